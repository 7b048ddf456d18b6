package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Discussions;
import rounds.forum.Place;
import rounds.forum.View;
import rounds.kernel.Viewer;
import rounds.notifications.Watches;
import rounds.web.page.Filled;

/// Puts together what a page of a discussion shows.
@Singleton
class Threads {
    /// Enough to follow an exchange, few enough to load at once on a phone.
    private static final int POSTS = 20;

    private final Discussions discussions;
    private final Watches watches;

    Threads(Discussions discussions, Watches watches) {
        this.discussions = discussions;
        this.watches = watches;
    }

    ThreadPage page(
            Viewer viewer,
            long id,
            View view,
            Place place,
            Filled reply,
            @Nullable String preview) {
        DiscussionPage shown = discussions.page(viewer, id, view, place, POSTS);
        Discussion discussion = shown.discussion();
        return new ThreadPage(
                shown,
                reply,
                preview,
                watches.keeping(
                        viewer,
                        discussion.id(),
                        discussion.communityId(),
                        discussion.openedBy().id(),
                        discussion.tags()));
    }
}
