package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Conversation;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.kernel.Author;
import rounds.kernel.State;
import rounds.kernel.Viewer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A discussion, its community and what the viewer holds there: one row.
///
/// @param conversation whether it is a few people's notes, where nobody keeps order
@MappedEntity("discussion")
record DiscussionRow(
        @Id long id,
        long communityId,
        String communitySlug,
        String communityName,
        String purpose,
        String audience,
        String communityVisibility,
        String[] languages,
        int members,
        boolean reviewFirstPosts,
        boolean reviewResources,
        boolean secondReader,
        boolean asksIdentifiers,
        boolean membersMayInvite,
        boolean glossary,
        Instant createdAt,
        String kind,
        String title,
        String language,
        String[] tags,
        String visibility,
        String state,
        long openedBy,
        String handle,
        String name,
        String profession,
        Instant openedAt,
        Instant lastAt,
        int lastNumber,
        int posts,
        int gone,
        @Nullable Instant pinnedAt,
        @Nullable Instant featuredAt,
        @Nullable Instant closedAt,
        String closedReason,
        boolean parted,
        int revision,
        @Nullable String sourceId,
        String @Nullable [] roles,
        Integer[] waiting,
        boolean conversation,
        String @Nullable [] others,
        String progress,
        int helped,
        @Nullable Instant readAt,
        @Nullable Integer firstUnread,
        @Nullable Instant readUpTo,
        @Nullable Integer fresh,
        @Nullable String readingOrder,
        boolean drafting) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer,
                Visibility.of(communityVisibility),
                roles == null ? null : Arrays.asList(roles));
    }

    boolean openedBy(Viewer viewer) {
        return openedBy == viewer.personId();
    }

    /// What its answers are found under as well.
    boolean isCalled(String kind, String title, String[] tags) {
        return this.kind.equals(kind) && this.title.equals(title) && Arrays.equals(this.tags, tags);
    }

    boolean isVisible() {
        return state.equals(State.VISIBLE.code());
    }

    Discussion seenBy(Viewer viewer, Rights rights) {
        Standing standing = standing(viewer);
        return new Discussion(
                id,
                communityId,
                communitySlug,
                communityName,
                Kind.of(kind),
                title,
                language,
                List.of(tags),
                narrower(Visibility.of(visibility), standing.visibility()),
                State.of(state),
                new Author(openedBy, handle, name, profession),
                openedAt,
                lastAt,
                posts,
                lastNumber,
                pinnedAt != null,
                featuredAt != null,
                closedAt,
                closedReason,
                revision,
                sourceId,
                standing,
                rights.of(this, viewer, standing),
                rights.marks(this, viewer, standing),
                place());
    }

    ReadingPlace place() {
        return new ReadingPlace(
                fresh,
                readAt,
                firstUnread,
                readUpTo,
                readingOrder == null ? null : View.of(readingOrder));
    }

    Community community(Viewer viewer, Rights rights) {
        Standing standing = standing(viewer);
        return new Community(
                communityId,
                communitySlug,
                communityName,
                purpose,
                audience,
                standing.visibility(),
                List.of(languages),
                members,
                Waiting.of(waiting),
                reviewFirstPosts,
                reviewResources,
                secondReader,
                asksIdentifiers,
                membersMayInvite,
                glossary,
                createdAt,
                standing,
                rights.inCommunity(standing, membersMayInvite),
                others == null ? null : Conversation.of(others));
    }

    private static Visibility narrower(Visibility one, Visibility other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
