package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.MovedAnswer;
import rounds.forum.Place;
import rounds.forum.Post;
import rounds.forum.PostInDiscussion;
import rounds.forum.View;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.util.List;
import java.util.Map;

/// Puts together what somebody needs before her to answer.
@Singleton
class Replies {
    private final Discussions discussions;
    private final Communities communities;
    private final Boxes boxes;

    Replies(Discussions discussions, Communities communities, Boxes boxes) {
        this.discussions = discussions;
        this.communities = communities;
        this.boxes = boxes;
    }

    /// @param quoting whether the box begins with the words answered
    /// @param resources ids of what the answer links to, separated by commas
    ReplyPage page(
            Viewer.SignedIn viewer,
            long id,
            @Nullable Long answers,
            boolean quoting,
            String resources) {
        Post answered = answers == null ? null : answered(viewer, id, answers);
        Map<String, String> now =
                quoting && answered != null ? Map.of("body", Quote.of(answered)) : Map.of();
        Box box = boxes.at(viewer, new DraftPlace.Answer(id, answers), now);
        return page(viewer, id, answers, Boxes.linking(box, resources));
    }

    ReplyPage page(Viewer.SignedIn viewer, long id, @Nullable Long answers, Box box) {
        Discussion discussion = discussions.discussion(viewer, id);
        return page(viewer, discussion, answers, null, List.of(), box);
    }

    /// The same with what others have answered since; sent again, it is posted.
    ReplyPage meanwhile(Viewer.SignedIn viewer, long id, @Nullable Long answers, Form form) {
        int seen = Numbers.of(form.line("seen"));
        DiscussionPage since =
                discussions.page(viewer, id, View.TIME, Place.afterNumber(seen), Discussions.LEAST);
        List<Post> others =
                since.posts().stream().filter(post -> !post.gone() && !isBy(post, viewer)).toList();
        String now = String.valueOf(since.discussion().places());
        return page(
                viewer,
                since.discussion(),
                answers,
                null,
                others,
                boxes.again(Filled.of(form.with("seen", now))));
    }

    /// What was sent to where it can no longer stand, in the box of where it goes now; sent again,
    /// it is posted.
    ReplyPage moved(Viewer.SignedIn viewer, MovedAnswer now, ReplyPage.Moved what, Form form) {
        DraftPlace.Answer place = now.place();
        return page(
                viewer,
                discussions.discussion(viewer, place.discussion()),
                place.post(),
                what,
                List.of(),
                // The numbers that she saw were those of the other discussion.
                boxes.carried(viewer, place, form.without("seen")));
    }

    private static boolean isBy(Post post, Viewer.SignedIn viewer) {
        return post.author() != null && post.author().id() == viewer.personId();
    }

    private ReplyPage page(
            Viewer.SignedIn viewer,
            Discussion discussion,
            @Nullable Long answers,
            ReplyPage.@Nullable Moved moved,
            List<Post> meanwhile,
            Box box) {
        return new ReplyPage(
                communities.byId(viewer, discussion.communityId()),
                discussion,
                answers == null ? null : answered(viewer, discussion.id(), answers),
                moved,
                meanwhile,
                box);
    }

    private Post answered(Viewer viewer, long discussion, long post) {
        PostInDiscussion found = discussions.post(viewer, post);
        if (found.discussion().id() != discussion) {
            throw ProblemException.notFound();
        }
        return found.post();
    }
}
