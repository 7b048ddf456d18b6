package rounds.library;

/// What a viewer may do with a resource.
///
/// @param edit what is said of it, and put a new version in its place
/// @param propose a new version, which then waits for a curator
/// @param curate mark it as official, say when it is to be looked at again and what replaces it,
///   decide about what its owner wants to be said of it
/// @param decide about proposed versions
/// @param admit let it in where it waits, or not
/// @param reopen take back that it was not let in
/// @param ask hand in again what was not let in, or ask that it be shown again where it is hidden
public record ResourceRights(
        boolean edit,
        boolean propose,
        boolean curate,
        boolean decide,
        boolean delete,
        boolean hide,
        boolean restore,
        boolean admit,
        boolean reopen,
        boolean report,
        boolean ask) {}
