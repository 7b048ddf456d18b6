package rounds.web.cases;

import jakarta.inject.Singleton;

import rounds.cases.CaseStory;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.kernel.Viewer;

import java.util.List;
import java.util.Set;

/// The community in which a story is told.
@Singleton
class StoryRoom {
    private final Communities communities;

    StoryRoom(Communities communities) {
        this.communities = communities;
    }

    /// Whoever told it in a private one, and left, learns nothing more of that one than that: it
    /// has no name and no address.
    Community of(Viewer viewer, CaseStory story) {
        return story.communitySlug().isEmpty()
                ? left(story)
                : communities.byId(viewer, story.communityId());
    }

    private static Community left(CaseStory story) {
        return new Community(
                story.communityId(),
                "",
                "",
                "",
                "",
                Visibility.PRIVATE,
                List.of(),
                0,
                Waiting.NOTHING,
                false,
                false,
                false,
                true,
                false,
                false,
                story.startedAt(),
                story.standing(),
                Set.of(),
                null);
    }
}
