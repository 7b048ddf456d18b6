package rounds.forum;

/// One post and where it stands.
public record PostInDiscussion(Discussion discussion, Post post) {

    /// The page of its discussion on which it stands, and the post on it.
    public String path() {
        return Addresses.post(discussion.id(), discussion.title(), post.number());
    }
}
