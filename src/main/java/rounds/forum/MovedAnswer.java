package rounds.forum;

/// Where an answer goes, since what it answers came into another discussion.
///
/// @param title of that discussion
/// @param path where what is answered stands there
public record MovedAnswer(DraftPlace.Answer place, String title, String path) {

    /// What answers the post that opens a discussion, answers the whole of it.
    static MovedAnswer to(Posted answered) {
        Long post = answered.number() == 1 ? null : (Long) answered.postId();
        return new MovedAnswer(
                new DraftPlace.Answer(answered.discussionId(), post),
                answered.title(),
                answered.path());
    }
}
