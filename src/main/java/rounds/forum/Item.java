package rounds.forum;

/// A post that moderators have to look at, wherever it stands.
///
/// @param own whether the viewer wrote it: nobody decides about her own words
public record Item(long discussionId, String title, Post post, boolean own) {

    public String path() {
        return Addresses.post(discussionId, title, post.number());
    }
}
