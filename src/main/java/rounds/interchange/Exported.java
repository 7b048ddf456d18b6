package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// Lines as they are written. What is empty is left out.
final class Exported {
    /// As long as a line may be, with room for its frame, once it is Base64; and no piece but the
    /// last ends within three bytes.
    static final int PIECE = 540_000;

    /// The id in the file: the source's where it came from elsewhere, else our own.
    static String id(long id, @Nullable String sourceId) {
        return sourceId == null ? Ids.text(id) : sourceId;
    }

    static @Nullable String id(@Nullable Long id, @Nullable String sourceId) {
        return id == null ? null : id(id.longValue(), sourceId);
    }

    @Serdeable
    record Person(
            String type,
            String id,
            String rounds,
            String handle,
            String name,
            @Nullable String email,
            @Nullable Boolean admin,
            @Nullable String timeZone,
            @Nullable String language,
            String profession,
            String organisation,
            String place,
            String about,
            List<String> expertise,
            List<String> emr,
            List<String> languages,
            String created) {}

    @Serdeable
    record Community(
            String type,
            String id,
            String rounds,
            String slug,
            String name,
            String purpose,
            String audience,
            String visibility,
            List<String> languages,
            @Nullable String createdBy,
            boolean reviewFirstPosts,
            boolean membersMayInvite,
            String created) {}

    @Serdeable
    record Conversation(
            String type,
            String id,
            String rounds,
            String name,
            @Nullable String createdBy,
            String created) {}

    @Serdeable
    record Membership(
            String type,
            String community,
            String person,
            List<String> roles,
            String from,
            @Nullable String to) {}

    @Serdeable
    record Discussion(
            String type,
            String id,
            String rounds,
            String community,
            String author,
            String kind,
            String title,
            List<String> tags,
            String language,
            String visibility,
            String created,
            @Nullable String pinned,
            @Nullable String closed,
            @Nullable String closedBy,
            @Nullable String closedReason,
            @Nullable String featured,
            @Nullable String progress,
            @Nullable Integer emptied) {}

    @Serdeable
    record Post(
            String type,
            String id,
            String rounds,
            String discussion,
            String author,
            @Nullable String replyTo,
            @Nullable Integer number,
            @Nullable String body,
            String language,
            String visibility,
            @Nullable String state,
            @Nullable String goneReason,
            String created,
            @Nullable String edited) {}

    /// @param bytes of the largest size, which follow
    @Serdeable
    record Image(
            String type, String id, List<String> posts, String format, long bytes, String made) {}

    /// @param data in Base64, a piece of at most [#PIECE] bytes
    @Serdeable
    record ImageData(String type, String image, String data) {}

    @Introspected
    record PersonRow(
            long id,
            @Nullable String sourceId,
            String handle,
            String name,
            @Nullable String email,
            @Nullable Boolean admin,
            @Nullable String timeZone,
            @Nullable String language,
            String profession,
            String organisation,
            String place,
            String about,
            String[] expertise,
            String[] emr,
            String[] languages,
            Instant createdAt) {

        Person line(boolean addresses) {
            return new Person(
                    "person",
                    Exported.id(id, sourceId),
                    Ids.text(id),
                    handle,
                    name,
                    addresses ? email : null,
                    addresses && Boolean.TRUE.equals(admin) ? true : null,
                    addresses ? timeZone : null,
                    addresses ? language : null,
                    profession,
                    organisation,
                    place,
                    about,
                    List.of(expertise),
                    List.of(emr),
                    List.of(languages),
                    createdAt.toString());
        }
    }

    @Introspected
    record CommunityRow(
            long id,
            @Nullable String sourceId,
            String slug,
            String name,
            String purpose,
            String audience,
            String visibility,
            String[] languages,
            @Nullable Long founderId,
            @Nullable String founderSourceId,
            boolean reviewFirstPosts,
            boolean membersMayInvite,
            String form,
            Instant createdAt) {

        Object line() {
            if (form.equals("conversation")) {
                return new Conversation(
                        form,
                        Exported.id(id, sourceId),
                        Ids.text(id),
                        name,
                        Exported.id(founderId, founderSourceId),
                        createdAt.toString());
            }
            return new Community(
                    "community",
                    Exported.id(id, sourceId),
                    Ids.text(id),
                    slug,
                    name,
                    purpose,
                    audience,
                    visibility,
                    List.of(languages),
                    Exported.id(founderId, founderSourceId),
                    reviewFirstPosts,
                    membersMayInvite,
                    createdAt.toString());
        }
    }

    @Introspected
    record MembershipRow(
            long communityId,
            @Nullable String communitySourceId,
            long personId,
            @Nullable String personSourceId,
            String[] roles,
            Instant fromAt,
            @Nullable Instant untilAt) {

        Membership line() {
            return new Membership(
                    "membership",
                    Exported.id(communityId, communitySourceId),
                    Exported.id(personId, personSourceId),
                    List.of(roles),
                    fromAt.toString(),
                    untilAt == null ? null : untilAt.toString());
        }
    }

    @Introspected
    record DiscussionRow(
            long id,
            @Nullable String sourceId,
            long communityId,
            @Nullable String communitySourceId,
            long authorId,
            @Nullable String authorSourceId,
            String kind,
            String title,
            String[] tags,
            String language,
            String visibility,
            Instant openedAt,
            @Nullable Instant pinnedAt,
            @Nullable Instant closedAt,
            @Nullable Long closerId,
            @Nullable String closerSourceId,
            String closedReason,
            @Nullable Instant featuredAt,
            String progress,
            int emptied) {

        Discussion line() {
            return new Discussion(
                    "discussion",
                    Exported.id(id, sourceId),
                    Ids.text(id),
                    Exported.id(communityId, communitySourceId),
                    Exported.id(authorId, authorSourceId),
                    kind,
                    title,
                    List.of(tags),
                    language,
                    visibility,
                    openedAt.toString(),
                    pinnedAt == null ? null : pinnedAt.toString(),
                    closedAt == null ? null : closedAt.toString(),
                    Exported.id(closerId, closerSourceId),
                    closedReason.isEmpty() ? null : closedReason,
                    featuredAt == null ? null : featuredAt.toString(),
                    progress.equals("open") ? null : progress,
                    emptied == 0 ? null : emptied);
        }
    }

    @Introspected
    record PostRow(
            long id,
            @Nullable String sourceId,
            int number,
            long discussionId,
            @Nullable String discussionSourceId,
            long authorId,
            @Nullable String authorSourceId,
            @Nullable Long parentId,
            @Nullable String parentSourceId,
            String body,
            String language,
            String visibility,
            String state,
            @Nullable String goneReason,
            Instant postedAt,
            @Nullable Instant editedAt) {

        /// What was deleted keeps its place and not its words.
        ///
        /// @param next the number it would get anyway
        Post line(int next) {
            return new Post(
                    "post",
                    Exported.id(id, sourceId),
                    Ids.text(id),
                    Exported.id(discussionId, discussionSourceId),
                    Exported.id(authorId, authorSourceId),
                    Exported.id(parentId, parentSourceId),
                    number == next ? null : number,
                    state.equals("deleted") ? null : body,
                    language,
                    visibility,
                    state.equals("visible") ? null : state,
                    goneReason,
                    postedAt.toString(),
                    editedAt == null ? null : editedAt.toString());
        }
    }

    @Introspected
    record ImageRow(long id, String type, String hash, long bytes, Instant madeAt, String[] posts) {

        Image line() {
            return new Image("image", Ids.text(id), List.of(posts), type, bytes, madeAt.toString());
        }

        ImageData data(byte[] piece) {
            return new ImageData(
                    "imageData", Ids.text(id), Base64.getEncoder().encodeToString(piece));
        }
    }

    private Exported() {}
}
