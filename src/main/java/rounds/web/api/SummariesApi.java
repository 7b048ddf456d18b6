package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.Suggestion;
import rounds.topics.Suggestions;
import rounds.topics.Summaries;
import rounds.topics.SummarySaving;
import rounds.topics.SummaryText;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// The summary of a focus topic, and how members would word it.
@Controller("/api/v1/topics/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SummariesApi {
    private final Summaries summaries;
    private final Suggestions suggestions;

    SummariesApi(Summaries summaries, Suggestions suggestions) {
        this.summaries = summaries;
        this.suggestions = suggestions;
    }

    /// What stands there.
    @Get("/summary")
    HttpResponse<SummaryJson> summary(String id, Viewer viewer) {
        return answer(summaries.text(viewer, Ids.parse(id)));
    }

    /// Saves another version. `If-Match` names the one that it goes on from, and must: nothing
    /// unseen is overwritten; `"0"` begins it.
    @Put("/summary")
    HttpResponse<SummaryJson> save(
            String id,
            @Body Words body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        int base = Revision.of(ifMatch == null ? "" : ifMatch, 0);
        return switch (summaries.save(
                person, topic, text(body.body), text(body.note), base, Summaries.Looked.NOT)) {
            case SummarySaving.Saved _ -> answer(summaries.text(person, topic));
            case SummarySaving.Meanwhile _ -> throw new ProblemException(new Problem.Stale());
        };
    }

    private static HttpResponse<SummaryJson> answer(SummaryText text) {
        return HttpResponse.ok(new SummaryJson(text.number(), text.body()))
                .header(HttpHeaders.ETAG, Revision.tag(text.number()));
    }

    /// What members would say otherwise; what waits first.
    @Get("/wordings")
    Listed<WordingJson> wordings(String id, Viewer viewer) {
        List<WordingJson> all =
                suggestions.of(viewer, Ids.parse(id)).stream().map(WordingJson::of).toList();
        return new Listed<>(all, null, (long) all.size());
    }

    @Get("/wordings/{wording}")
    WordingJson wording(String id, String wording, Viewer viewer) {
        return WordingJson.of(found(id, wording, viewer));
    }

    /// Suggests another wording.
    @Post("/wordings")
    HttpResponse<WordingJson> suggest(
            String id,
            @Body Suggested body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Suggestion made =
                suggestions.suggest(
                        person,
                        Ids.parse(id),
                        text(body.body),
                        text(body.why),
                        body.base == null ? 0 : body.base,
                        idempotencyKey);
        return HttpResponse.created(
                WordingJson.of(made),
                URI.create("/api/v1/topics/" + id + "/wordings/" + Ids.text(made.id())));
    }

    /// Takes it in, as it is suggested or in the words given. `If-Match` names the summary that
    /// this goes on from.
    @Put("/wordings/{wording}/acceptance")
    HttpResponse<SummaryJson> accept(
            String id,
            String wording,
            @Nullable @Body Words body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Suggestion found = found(id, wording, person);
        String words = body == null || body.body == null ? found.body() : body.body;
        if (!suggestions.accept(person, found.id(), words, Revision.of(ifMatch, found.base()))) {
            throw new ProblemException(new Problem.Stale());
        }
        return answer(summaries.text(person, Ids.parse(id)));
    }

    /// Declines it.
    @Put("/wordings/{wording}/refusal")
    HttpResponse<?> decline(String id, String wording, @Body Reason body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        suggestions.decline(person, found(id, wording, person).id(), text(body.reason));
        return HttpResponse.noContent();
    }

    /// Takes one's own back.
    @Delete("/wordings/{wording}")
    HttpResponse<?> takeBack(String id, String wording, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        suggestions.takeBack(person, found(id, wording, person).id());
        return HttpResponse.noContent();
    }

    private Suggestion found(String id, String wording, Viewer viewer) {
        Suggestion found = suggestions.suggestion(viewer, Ids.parse(wording));
        if (found.topicId() != Ids.parse(id)) {
            throw ProblemException.notFound();
        }
        return found;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /// @param number 0: nothing is written yet
    /// @param body Markdown
    @Serdeable
    record SummaryJson(int number, String body) {}

    /// @param base the number of the version that it was made from
    /// @param body Markdown; empty in a list
    /// @param by handle
    @Serdeable
    record WordingJson(
            String id,
            int base,
            String body,
            String why,
            String by,
            Instant madeAt,
            String state,
            String reason) {

        static WordingJson of(Suggestion one) {
            return new WordingJson(
                    Ids.text(one.id()),
                    one.base(),
                    one.body(),
                    one.why(),
                    one.by().handle(),
                    one.madeAt(),
                    one.state().code(),
                    one.reason());
        }
    }

    /// @param body Markdown
    /// @param note what changed, in a line
    @Serdeable
    record Words(@Nullable String body, @Nullable String note) {}

    /// @param body the whole summary, Markdown
    /// @param base the number of the version that it was made from
    @Serdeable
    record Suggested(@Nullable String body, @Nullable String why, @Nullable Integer base) {}

    @Serdeable
    record Reason(@Nullable String reason) {}
}
