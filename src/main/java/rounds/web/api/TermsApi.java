package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.glossary.Glossary;
import rounds.glossary.Term;
import rounds.glossary.TermRevision;
import rounds.glossary.TermWords;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.web.Signboard;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The words of communities, and what they mean.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class TermsApi {
    private final Glossary glossary;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    TermsApi(
            Glossary glossary, Communities communities, Transactions transactions, Signboard site) {
        this.glossary = glossary;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// @param state `standing`, or `others` for what is proposed, was declined or removed
    @Get("/communities/{slug}/terms")
    Listed<TermJson> list(
            String slug, @QueryValue(defaultValue = "standing") String state, Viewer viewer) {
        List<TermJson> items =
                transactions
                        .read(
                                viewer,
                                () -> {
                                    long id =
                                            communities.bySlug(viewer, slug, Capability.READ).id();
                                    return switch (state) {
                                        case "standing" -> glossary.all(viewer, id);
                                        case "others" -> glossary.others(viewer, id);
                                        default ->
                                                throw ProblemException.invalid(
                                                        "state", "form.malformed");
                                    };
                                })
                        .stream()
                        .map(this::json)
                        .toList();
        return new Listed<>(items, null, (long) items.size());
    }

    @Post("/communities/{slug}/terms")
    HttpResponse<TermJson> add(
            String slug,
            @Body Words body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        Term made =
                glossary.add(
                        viewer.signedIn(),
                        slug,
                        new TermWords(
                                or(body.name, ""),
                                or(body.expansion, ""),
                                or(body.meaning, ""),
                                or(body.language, ""),
                                or(body.counterpart, ""),
                                body.spellings == null ? List.of() : body.spellings,
                                body.reviewOn),
                        idempotencyKey);
        return HttpResponse.created(json(made), URI.create("/api/v1/terms/" + Ids.text(made.id())))
                .header(HttpHeaders.ETAG, Revision.tag(made.revision()));
    }

    @Get("/terms/{id}")
    HttpResponse<TermJson> read(String id, Viewer viewer) {
        return answer(glossary.one(viewer, Ids.parse(id)));
    }

    /// What is absent stays. `If-Match` names the revision it was made from.
    @Patch("/terms/{id}")
    HttpResponse<TermJson> edit(
            String id,
            @Body Words body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Term now = glossary.one(person, Ids.parse(id));
        return answer(
                glossary.edit(
                        person,
                        now.id(),
                        new TermWords(
                                or(body.name, now.name()),
                                or(body.expansion, now.expansion()),
                                or(body.meaning, now.source()),
                                or(body.language, now.language()),
                                or(body.counterpart, now.counterpart()),
                                body.spellings == null ? now.spellings() : body.spellings,
                                body.reviewOn == null ? now.reviewOn() : body.reviewOn),
                        Revision.held(ifMatch, now.revision())));
    }

    /// Takes back what she proposed herself.
    @Delete("/terms/{id}")
    HttpResponse<?> takeBack(String id, Viewer viewer) {
        glossary.takeBack(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    @Put("/terms/{id}/state")
    HttpResponse<?> decide(String id, @Body Decision body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long term = Ids.parse(id);
        switch (body.state) {
            case "standing" -> glossary.take(person, term);
            case "declined" -> glossary.decline(person, term, or(body.reason, ""));
            case "removed" -> glossary.remove(person, term);
            default -> throw ProblemException.invalid("state", "form.malformed");
        }
        return HttpResponse.noContent();
    }

    @Put("/terms/{id}/merged")
    HttpResponse<TermJson> merge(String id, @Body Goal body, Viewer viewer) {
        return answer(glossary.merge(viewer.signedIn(), Ids.parse(id), body.into));
    }

    @Get("/terms/{id}/revisions")
    Listed<Before> revisions(String id, Viewer viewer) {
        List<Before> items =
                glossary.revisions(viewer, Ids.parse(id)).stream().map(Before::of).toList();
        return new Listed<>(items, null, (long) items.size());
    }

    private static String or(@Nullable String given, String now) {
        return given == null ? now : given;
    }

    private TermJson json(Term term) {
        return TermJson.of(term, site.baseUrl());
    }

    private HttpResponse<TermJson> answer(Term term) {
        return HttpResponse.ok(json(term)).header(HttpHeaders.ETAG, Revision.tag(term.revision()));
    }

    /// @param meaning Markdown
    @Serdeable
    record Words(
            @Nullable String name,
            @Nullable String expansion,
            @Nullable String meaning,
            @Nullable String language,
            @Nullable String counterpart,
            @Nullable List<String> spellings,
            @Nullable LocalDate reviewOn) {}

    /// @param state `standing`, `declined` or `removed`
    @Serdeable
    record Decision(String state, @Nullable String reason) {}

    /// @param into what the other is called
    @Serdeable
    record Goal(String into) {}

    /// @param replacedBy the handle of who wrote what came after it
    @Serdeable
    record Before(
            int revision,
            String name,
            String expansion,
            String meaning,
            String language,
            String counterpart,
            List<String> spellings,
            @Nullable LocalDate reviewOn,
            String replacedBy,
            Instant replacedAt) {

        static Before of(TermRevision one) {
            TermWords words = one.words();
            return new Before(
                    one.number(),
                    words.name(),
                    words.expansion(),
                    words.meaning(),
                    words.language(),
                    words.counterpart(),
                    words.spellings(),
                    words.reviewOn(),
                    one.by().handle(),
                    one.at());
        }
    }
}
