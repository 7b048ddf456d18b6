package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.forum.Answering;
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
    private final Answering answering;
    private final Watches watches;

    Threads(Discussions discussions, Answering answering, Watches watches) {
        this.discussions = discussions;
        this.answering = answering;
        this.watches = watches;
    }

    /// @param asked the order that the address asks for
    /// @param here the order that was chosen on this device
    ThreadPage page(
            Viewer viewer,
            long id,
            @Nullable View asked,
            @Nullable View here,
            Place place,
            Filled reply,
            @Nullable String preview) {
        DiscussionPage shown = discussions.open(viewer, id, asked, here, place, POSTS);
        Discussion discussion = shown.discussion();
        return new ThreadPage(
                shown,
                answering.helped(viewer, shown.discussion()),
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
