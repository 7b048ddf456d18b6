package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Visibility;
import rounds.forum.Answering;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Discussions;
import rounds.forum.Place;
import rounds.forum.View;
import rounds.kernel.Viewer;
import rounds.notifications.Watches;
import rounds.web.Signboard;
import rounds.web.page.Filled;

/// Puts together what a page of a discussion shows.
@Singleton
class Threads {
    /// Enough to follow an exchange, few enough to load at once on a phone.
    private static final int POSTS = 20;

    private final Discussions discussions;
    private final Answering answering;
    private final Watches watches;
    private final Signboard site;

    Threads(Discussions discussions, Answering answering, Watches watches, Signboard site) {
        this.discussions = discussions;
        this.answering = answering;
        this.watches = watches;
        this.site = site;
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
                card(viewer, shown),
                watches.keeping(
                        viewer,
                        discussion.id(),
                        discussion.communityId(),
                        discussion.openedBy().id(),
                        discussion.tags()));
    }

    /// Only what is shown to a visitor goes into it: what she reads, everybody does.
    private @Nullable Card card(Viewer viewer, DiscussionPage shown) {
        boolean open =
                viewer instanceof Viewer.Visitor
                        && shown.discussion().visibility() == Visibility.PUBLIC;
        return open ? Card.of(shown, site) : null;
    }
}
