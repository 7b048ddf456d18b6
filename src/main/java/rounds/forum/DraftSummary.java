package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;

import java.time.Instant;

/// A draft in the list of them. Community and discussion are absent where its author may no longer
/// read them: her words stay hers.
///
/// @param opening its first words, about 200 characters, links in them read as titles; where its
///   author may no longer read its place, and so not open it, all of them as she typed them, to be
///   copied
/// @param recipients of a private note, the names of those it goes to; absent, where there are none
/// @param discussionTitle of what it answers or edits
/// @param discussionClosed whether that takes no more replies
@Introspected
public record DraftSummary(
        long id,
        String place,
        String title,
        String opening,
        int revision,
        Instant savedAt,
        @Nullable String communitySlug,
        @Nullable String communityName,
        @Nullable String discussionTitle,
        @Nullable String discussionLanguage,
        boolean discussionClosed,
        @Nullable Integer postNumber,
        @Nullable String recipients) {

    DraftSummary withOpening(String words) {
        return new DraftSummary(
                id,
                place,
                title,
                words,
                revision,
                savedAt,
                communitySlug,
                communityName,
                discussionTitle,
                discussionLanguage,
                discussionClosed,
                postNumber,
                recipients);
    }

    /// What it is to become: `new`, `note`, `answer`, `post`, `discussion`, `summary` or
    /// `suggestion`.
    public String purpose() {
        return place.substring(0, place.indexOf('.'));
    }

    /// Whether it cannot be posted where it was begun, since that was closed.
    public boolean late() {
        return discussionClosed && purpose().equals("answer");
    }

    /// Where its author goes on writing; absent where she may no longer.
    public @Nullable String path() {
        DraftPlace parsed = DraftPlace.parse(place);
        if (communitySlug == null && !(parsed instanceof DraftPlace.Note)) {
            return null;
        }
        return switch (parsed) {
            case DraftPlace.Note _ -> "/notes/new?draft=" + Ids.text(id);
            case DraftPlace.New _ ->
                    "/c/" + communitySlug + "/discussions/new?draft=" + Ids.text(id);
            case DraftPlace.Answer answer ->
                    discussionTitle == null ? null : answer(answer.discussion(), answer.post());
            case DraftPlace.OfTopic topic ->
                    "/focus/"
                            + Ids.text(topic.topic())
                            + (topic.suggested() ? "/suggest" : "/write");
            case DraftPlace.OfPost post ->
                    discussionTitle == null ? null : "/p/" + Ids.text(post.post()) + "/edit";
            case DraftPlace.OfDiscussion discussion ->
                    discussionTitle == null
                            ? null
                            : "/d/" + Ids.text(discussion.discussion()) + "/edit";
        };
    }

    private static String answer(long discussion, @Nullable Long post) {
        String path = "/d/" + Ids.text(discussion) + "/reply";
        return post == null ? path : path + "?to=" + Ids.text(post);
    }
}
