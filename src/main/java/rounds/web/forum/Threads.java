package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Visibility;
import rounds.forum.Answering;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Place;
import rounds.forum.View;
import rounds.kernel.Viewer;
import rounds.notifications.Watches;
import rounds.web.Signboard;

import java.util.Map;

/// Puts together what a page of a discussion shows.
@Singleton
class Threads {
    /// Enough to follow an exchange, few enough to load at once on a phone.
    private static final int POSTS = 20;

    private final Discussions discussions;
    private final Answering answering;
    private final Watches watches;
    private final Boxes boxes;
    private final Signboard site;

    Threads(
            Discussions discussions,
            Answering answering,
            Watches watches,
            Boxes boxes,
            Signboard site) {
        this.discussions = discussions;
        this.answering = answering;
        this.watches = watches;
        this.boxes = boxes;
        this.site = site;
    }

    /// @param asked the order that the address asks for
    /// @param here the order that was chosen on this device
    ThreadPage page(
            Viewer viewer, long id, @Nullable View asked, @Nullable View here, Place place) {
        DiscussionPage shown = discussions.open(viewer, id, asked, here, place, POSTS);
        Discussion discussion = shown.discussion();
        return new ThreadPage(
                shown,
                answering.helped(viewer, shown.discussion()),
                box(viewer, shown),
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

    /// A draft is looked for only where there is one.
    private @Nullable Box box(Viewer viewer, DiscussionPage shown) {
        if (!shown.discussion().may().reply()) {
            return null;
        }
        var place = new DraftPlace.Answer(shown.discussion().id(), null);
        return shown.drafting()
                ? boxes.at(viewer.signedIn(), place, Map.of())
                : boxes.fresh(place, Map.of());
    }
}
