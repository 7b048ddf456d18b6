package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseLists;
import rounds.cases.CaseStory;
import rounds.cases.CaseSummary;
import rounds.cases.Cases;
import rounds.cases.Clearing;
import rounds.cases.Fate;
import rounds.cases.HiddenCase;
import rounds.cases.Judging;
import rounds.cases.Part;
import rounds.cases.Publishing;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Reason;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.web.Signboard;

import java.util.LinkedHashMap;
import java.util.Map;

/// From a draft to a published story, and what others decide about it.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CaseCareApi {
    private final Cases cases;
    private final Publishing publishing;
    private final Clearing clearing;
    private final Judging judging;
    private final CaseLists lists;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    CaseCareApi(
            Cases cases,
            Publishing publishing,
            Clearing clearing,
            Judging judging,
            CaseLists lists,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.cases = cases;
        this.publishing = publishing;
        this.clearing = clearing;
        this.judging = judging;
        this.lists = lists;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// What is missing before others can read it, and what could tell who the patient is.
    @Get("/cases/{id}/check")
    CaseJson.CheckJson check(String id, Viewer viewer) {
        return CaseJson.CheckJson.of(clearing.look(viewer.signedIn(), Ids.parse(id)));
    }

    /// Says why a passage names nobody.
    @Post("/cases/{id}/confirmations")
    CaseJson.CheckJson confirm(String id, @Body CaseWords.Confirmation body, Viewer viewer) {
        return CaseJson.CheckJson.of(
                clearing.confirm(viewer.signedIn(), Ids.parse(id), body.said()));
    }

    /// Says a passage more broadly, with words that the check offers.
    @Post("/cases/{id}/widenings")
    CaseJson.CheckJson widen(String id, @Body Widening body, Viewer viewer) {
        return CaseJson.CheckJson.of(
                clearing.widen(
                        viewer.signedIn(),
                        Ids.parse(id),
                        text(body.field),
                        text(body.passage),
                        body.choice == null ? 0 : body.choice));
    }

    /// Publishes a draft, or hands it to its second reader: `state` says which. `If-Match` names
    /// the revision that was looked at.
    @Post("/cases/{id}/publication")
    HttpResponse<CaseJson> publish(
            String id,
            @Body Handing body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory now = cases.story(person, Ids.parse(id));
        return answer(
                publishing.publish(
                        person, now.id(), Revision.held(ifMatch, now.revision()), body.reader));
    }

    /// Takes back what waits for its second reader.
    @Delete("/cases/{id}/publication")
    HttpResponse<CaseJson> takeBack(String id, Viewer viewer) {
        return answer(publishing.takeBack(viewer.signedIn(), Ids.parse(id)));
    }

    /// Takes a story back for good.
    @Post("/cases/{id}/withdrawal")
    HttpResponse<?> withdraw(String id, @Body Decision body, Viewer viewer) {
        publishing.withdraw(viewer.signedIn(), Ids.parse(id), text(body.reason));
        return HttpResponse.noContent();
    }

    /// What its second reader, or moderators, said of it last, for its author and moderators; for
    /// others nothing.
    @Get("/cases/{id}/reviews")
    Listed<Said> reviews(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return new Listed<>(
                judging.fate(person, Ids.parse(id)).stream().map(Said::of).toList(), null, null);
    }

    /// The second reader's verdict. `If-Match` names the revision that was read.
    @Post("/cases/{id}/reviews")
    HttpResponse<?> review(
            String id,
            @Body Review body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory now = cases.story(person, Ids.parse(id));
        int revision = Revision.held(ifMatch, now.revision());
        switch (text(body.verdict)) {
            case "released" ->
                    judging.release(person, now.id(), revision, text(body.comment), body.notes());
            case "returned" ->
                    judging.giveBack(person, now.id(), revision, text(body.comment), body.notes());
            default ->
                    throw ProblemException.invalid(
                            "verdict", "cases.choice.none-such", "released, returned");
        }
        return HttpResponse.noContent();
    }

    /// Tells the moderators of a story; once a person.
    @Post("/cases/{id}/reports")
    HttpResponse<Taken> report(String id, @Body Complaint body, Viewer viewer) {
        return HttpResponse.created(
                new Taken(
                        judging.report(
                                viewer.signedIn(),
                                Ids.parse(id),
                                Reason.of(text(body.reason)),
                                text(body.note))));
    }

    /// Decides about a story.
    @Post("/cases/{id}/{act:hide|restore|keep}")
    HttpResponse<?> decide(String id, String act, @Body Decision body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        switch (act) {
            case "hide" -> judging.hide(person, story, text(body.reason));
            case "restore" -> judging.restore(person, story, text(body.reason));
            default -> judging.keep(person, story, text(body.reason));
        }
        return HttpResponse.noContent();
    }

    /// What waits for a second reader, the oldest first; what is hidden, the newest first.
    @Get("/communities/{slug}/cases/{state:queue|hidden}")
    HttpResponse<Listed<CaseJson>> lying(
            String slug,
            String state,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        int most = Listed.limit(limit);
        Slice<CaseSummary> found =
                transactions.read(
                        person,
                        () -> {
                            Community community = communities.bySlug(person, slug);
                            return state.equals("queue")
                                    ? lists.queue(person, community, after, most)
                                    : lists.hidden(person, community, after, most)
                                            .map(HiddenCase::story);
                        });
        return Listed.answer(
                Listed.of(found, row -> CaseJson.of(row, site.baseUrl())), request, site, "after");
    }

    /// What was reported and not yet decided, the oldest first.
    @Get("/communities/{slug}/cases/reports")
    HttpResponse<Listed<CaseJson.ReportJson>> reports(
            String slug,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        int most = Listed.limit(limit);
        var found =
                transactions.read(
                        person,
                        () -> lists.reports(person, communities.bySlug(person, slug), after, most));
        return Listed.answer(Listed.of(found, CaseJson.ReportJson::of), request, site, "after");
    }

    private HttpResponse<CaseJson> answer(CaseStory story) {
        return HttpResponse.ok(CaseJson.of(story, site.baseUrl()))
                .header(HttpHeaders.ETAG, Revision.tag(story.revision()));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /// @param choice which of the `widenings` of the passage, from 0; absent: the first
    @Serdeable
    record Widening(@Nullable String field, @Nullable String passage, @Nullable Integer choice) {}

    /// @param reader the handle of a member who is asked to read it first
    @Serdeable
    record Handing(@Nullable String reader) {}

    /// @param verdict `released` or `returned`
    /// @param comment for its author; needed to give it back, unless something is said of a part
    /// @param parts what is said of single parts, by their codes; `known` for the facts
    @Serdeable
    record Review(
            @Nullable String verdict,
            @Nullable String comment,
            @Nullable Map<String, String> parts) {

        Map<String, String> notes() {
            Map<String, String> notes = parts == null ? Map.of() : parts;
            if (notes.keySet().stream()
                    .anyMatch(part -> !Part.isCode(part) && !part.equals(Fate.KNOWN))) {
                throw ProblemException.invalid(
                        "parts",
                        "cases.choice.none-such",
                        String.join(", ", Part.codes()) + ", " + Fate.KNOWN);
            }
            return notes;
        }
    }

    /// @param act `released`, `returned`, `case_hidden` or `hidden_by_report`
    /// @param comment may be empty
    /// @param parts what was said of single parts, by their codes; `known` for the facts
    @Serdeable
    record Said(String act, String comment, Map<String, String> parts) {

        static Said of(Fate fate) {
            var parts = new LinkedHashMap<String, String>();
            fate.notes().forEach(note -> parts.put(note.part(), note.words()));
            return new Said(fate.act(), fate.words(), parts);
        }
    }

    /// @param note for the moderators
    @Serdeable
    record Complaint(@Nullable String reason, @Nullable String note) {}

    @Serdeable
    record Decision(@Nullable String reason) {}

    /// @param hidden whether the story is hidden until a moderator has looked
    @Serdeable
    record Taken(boolean hidden) {}
}
