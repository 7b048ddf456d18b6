package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Asking;
import rounds.forum.Ballot;
import rounds.forum.DraftPlace;
import rounds.forum.NewPoll;
import rounds.forum.PollOption;
import rounds.forum.Polls;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The poll that a post carries.
@Controller("/api/v1/posts/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PollsApi {
    private final Polls polls;
    private final Asking asking;
    private final Signboard site;

    PollsApi(Polls polls, Asking asking, Signboard site) {
        this.polls = polls;
        this.asking = asking;
        this.site = site;
    }

    @Get("/poll")
    PollJson poll(String id, Viewer viewer) {
        return PollJson.of(polls.poll(viewer, Ids.parse(id)));
    }

    /// Asks at one's own post, or asks otherwise while nobody has voted.
    @Put("/poll")
    PollJson ask(String id, @Body PollAsked body, Viewer viewer) {
        Viewer.SignedIn author = viewer.signedIn();
        long post = Ids.parse(id);
        NewPoll poll = body.poll();
        Sent.saying(body.identified())
                .with(body)
                .ask(() -> asking.in(author, new DraftPlace.OfPost(post).text()));
        polls.ask(author, post, poll);
        return poll(id, viewer);
    }

    @Delete("/poll")
    HttpResponse<?> remove(String id, Viewer viewer) {
        polls.remove(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    @Post("/poll/end")
    PollJson end(String id, Viewer viewer) {
        polls.end(viewer.signedIn(), Ids.parse(id));
        return poll(id, viewer);
    }

    /// Votes; voted again, the new choices count instead.
    @Put("/ballot")
    PollJson vote(String id, @Body Choices body, Viewer viewer) {
        Viewer.SignedIn voter = viewer.signedIn();
        List<Integer> choices = body.choices();
        if (choices == null || choices.isEmpty() || choices.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.invalid("choices", "api.missing");
        }
        polls.vote(voter, Ids.parse(id), choices);
        return poll(id, viewer);
    }

    @Delete("/ballot")
    PollJson takeBack(String id, Viewer viewer) {
        polls.vote(viewer.signedIn(), Ids.parse(id), List.of());
        return poll(id, viewer);
    }

    /// Who chose what in an open poll.
    @Get("/ballots")
    HttpResponse<Listed<BallotJson>> ballots(
            String id,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = polls.ballots(viewer, Ids.parse(id), after, Listed.limit(limit));
        return Listed.answer(Listed.of(page, BallotJson::of), request, site, "after");
    }

    /// @param choices numbers of options; ranked: the first choice first
    @Serdeable
    record Choices(@Nullable List<Integer> choices) {}

    /// @param person absent where she is gone
    @Serdeable
    record BallotJson(
            @Nullable String person,
            @Nullable String personName,
            List<Integer> choices,
            Instant at) {

        static BallotJson of(Ballot ballot) {
            return new BallotJson(
                    ballot.by() == null ? null : ballot.by().handle(),
                    ballot.by() == null ? null : ballot.by().name(),
                    ballot.choices().stream().map(PollOption::number).toList(),
                    ballot.at());
        }
    }
}
