package rounds.web.page;

/// A page that says where it is asked for, so that one comes back to it also from what a form of it
/// was answered with.
public interface Addressed {
    /// A path of this site, which may have a query.
    String path();
}
