package rounds.web.forum;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.forum.Asking;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.NewPoll;
import rounds.forum.Poll;
import rounds.forum.Polls;
import rounds.forum.PostInDiscussion;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The poll at a post: ask, vote, end, see who chose what.
@Controller("/p/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PollController {
    private static final int ROWS = 50;

    private final Polls polls;
    private final Asking asking;
    private final Discussions discussions;
    private final Communities communities;
    private final Zones zones;
    private final Pages pages;

    PollController(
            Polls polls,
            Asking asking,
            Discussions discussions,
            Communities communities,
            Zones zones,
            Pages pages) {
        this.polls = polls;
        this.asking = asking;
        this.discussions = discussions;
        this.communities = communities;
        this.zones = zones;
        this.pages = pages;
    }

    @Get("/poll")
    Page write(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Poll poll = discussions.post(person, Ids.parse(id)).post().poll();
        return show(
                person,
                id,
                HttpStatus.OK,
                poll == null ? Filled.empty() : Filled.with(fields(person, poll)));
    }

    private Map<String, String> fields(Viewer.SignedIn person, Poll poll) {
        var asked =
                new NewPoll(
                        poll.question(),
                        poll.options().stream().map(option -> option.words()).toList(),
                        poll.kind(),
                        poll.most(),
                        poll.open(),
                        poll.results(),
                        poll.ends());
        var fields = new LinkedHashMap<String, String>();
        PollForm.put(asked.words(), fields);
        if (poll.ends() != null) {
            fields.put("poll-ends", zones.typed(person, poll.ends()));
        }
        return fields;
    }

    /// Asks, asks otherwise, ends it or takes it away.
    @Post("/poll")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object ask(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        try {
            if (form.flag("end")) {
                polls.end(person, post);
                return pages.goTo(place(person, post), "poll.done.ended");
            }
            if (form.flag("remove")) {
                polls.remove(person, post);
                return pages.goTo(place(person, post), "poll.done.removed");
            }
            Optional<Filled> doubted =
                    Identified.ask(
                            form, () -> asking.in(person, new DraftPlace.OfPost(post).text()));
            if (doubted.isPresent()) {
                return show(person, id, HttpStatus.OK, doubted.get());
            }
            NewPoll asked = PollForm.words(form).poll(zones.of(person));
            if (asked == null) {
                throw ProblemException.invalid("poll-question", "poll.question.missing");
            }
            polls.ask(person, post, asked);
            return pages.goTo(place(person, post), "poll.done.asked");
        } catch (ProblemException refused) {
            return show(person, id, HttpStatus.UNPROCESSABLE_ENTITY, Filled.refused(form, refused));
        }
    }

    @Post("/ballot")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object vote(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        boolean takesBack = form.flag("take-back");
        try {
            polls.vote(person, post, takesBack ? List.of() : choices(form));
        } catch (ProblemException refused) {
            return refused(person, post, form, refused);
        }
        return pages.goTo(
                place(person, post), takesBack ? "poll.done.taken-back" : "poll.done.voted");
    }

    /// What is ticked; or, ranked, in the order of the numbers that were given.
    private static List<Integer> choices(Form form) {
        var ranked = new TreeMap<Integer, Integer>();
        for (int option = 1; option <= NewPoll.MOST_OPTIONS; option++) {
            String rank = form.optional("rank-" + option);
            if (rank != null && ranked.put(Numbers.of(rank), option) != null) {
                throw ProblemException.invalid("choice", "poll.choice.twice", rank);
            }
        }
        List<Integer> choices =
                ranked.isEmpty()
                        ? form.all("choice").stream().map(Numbers::of).toList()
                        : List.copyOf(ranked.values());
        if (choices.isEmpty()) {
            throw ProblemException.invalid("choice", "poll.choice.missing");
        }
        return choices;
    }

    // A poll that ended meanwhile is told of with the way back to it.
    private Page refused(Viewer.SignedIn person, long post, Form form, ProblemException refused) {
        if (refused.problem() instanceof Problem.Conflict(String why) && why.equals(Poll.ENDED)) {
            var filled = new Filled(form, List.of(new Problem.Field("choice", why)));
            return askAgain(person, post, HttpStatus.CONFLICT, filled);
        }
        return askAgain(
                person, post, HttpStatus.UNPROCESSABLE_ENTITY, Filled.refused(form, refused));
    }

    private Page askAgain(Viewer.SignedIn person, long post, HttpStatus status, Filled filled) {
        return pages.show(
                person,
                status,
                "forum/ballot",
                () -> {
                    PostInDiscussion found = discussions.post(person, post);
                    return new BallotPage(
                            communities.byId(person, found.discussion().communityId()),
                            found,
                            polls.poll(person, post),
                            filled);
                });
    }

    @Get("/ballots")
    Page ballots(String id, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/ballots",
                () -> {
                    PostInDiscussion found = discussions.post(viewer, Ids.parse(id));
                    long post = found.post().id();
                    return new BallotsPage(
                            communities.byId(viewer, found.discussion().communityId()),
                            found,
                            polls.poll(viewer, post),
                            polls.ballots(viewer, post, after, ROWS));
                });
    }

    private String place(Viewer.SignedIn person, long post) {
        return BallotPage.place(discussions.post(person, post));
    }

    private Page show(Viewer.SignedIn person, String id, HttpStatus status, Filled filled) {
        return pages.show(
                person,
                status,
                "forum/poll",
                () -> {
                    PostInDiscussion found = discussions.post(person, Ids.parse(id));
                    Poll poll = found.post().poll();
                    boolean may = poll == null ? found.post().may().edit() : poll.may().change();
                    if (!may) {
                        throw new ProblemException(
                                poll != null && found.post().may().edit()
                                        ? new Problem.Conflict("poll.voted-already")
                                        : new Problem.Forbidden("policy.refused.edit"));
                    }
                    return new PollPage(
                            communities.byId(person, found.discussion().communityId()),
                            found,
                            filled);
                });
    }
}
