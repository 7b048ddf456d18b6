package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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

import rounds.community.Reason;
import rounds.forum.AsSeen;
import rounds.forum.Discussions;
import rounds.forum.Item;
import rounds.forum.Moderation;
import rounds.forum.Report;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.Signboard;

import java.time.Instant;

/// Keeping order: posts are reported, and moderators see to what was reported, waits or is hidden.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ModerationApi {
    private final Moderation moderation;
    private final Discussions discussions;
    private final Signboard site;

    ModerationApi(Moderation moderation, Discussions discussions, Signboard site) {
        this.moderation = moderation;
        this.discussions = discussions;
        this.site = site;
    }

    /// Tells the moderators of a post; once a person.
    @Post("/posts/{id}/reports")
    HttpResponse<Complaint.Taken> report(String id, @Body Complaint body, Viewer viewer) {
        boolean hidden =
                moderation.report(viewer.signedIn(), Ids.parse(id), body.why(), body.words());
        return HttpResponse.created(new Complaint.Taken(hidden));
    }

    /// Decides about a post. `If-Match` names the revision of it that was looked at.
    ///
    /// @param act `keep` and `hide` decide its reports, too; `approve` and `decline` are for one
    ///   that waits
    @Post("/posts/{id}/{act:hide|restore|keep|approve|decline}")
    HttpResponse<?> decide(
            String id,
            String act,
            @Body Decision body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long post = Ids.parse(id);
        if (ifMatch == null) {
            decide(person, post, act, body);
        } else {
            int current = discussions.post(person, post).post().revision();
            var seen = new AsSeen(Revision.held(ifMatch, current), null);
            moderation.ifAsSeen(person, post, seen, () -> decide(person, post, act, body));
        }
        return HttpResponse.noContent();
    }

    private void decide(Viewer.SignedIn person, long post, String act, Decision body) {
        String words = text(body.reason);
        switch (act) {
            case "hide" ->
                    moderation.hide(person, post, Reason.of("cause", text(body.cause)), words);
            case "restore" -> moderation.restore(person, post, words);
            case "keep" -> moderation.keep(person, post, words);
            case "decline" -> moderation.decline(person, post, words);
            default -> moderation.approve(person, post);
        }
    }

    /// What was reported and not yet decided, the oldest first.
    @Get("/communities/{slug}/moderation/reports")
    HttpResponse<Listed<ReportJson>> reports(
            String slug,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Slice<Report> found =
                moderation.reports(viewer.signedIn(), slug, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(found, report -> ReportJson.of(report, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// Posts that wait or are hidden and of which no report waits, the oldest first.
    @Get("/communities/{slug}/moderation/{state:queue|hidden}")
    HttpResponse<Listed<ItemJson>> posts(
            String slug,
            String state,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        int most = Listed.limit(limit);
        Slice<Item> found =
                state.equals("queue")
                        ? moderation.queue(person, slug, after, most)
                        : moderation.hidden(person, slug, after, most);
        return Listed.answer(
                Listed.of(found, item -> ItemJson.of(item, site.baseUrl())),
                request,
                site,
                "after");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// @param cause of hiding
    /// @param reason in the moderator's own words, for the log
    @Serdeable
    record Decision(@Nullable String cause, @Nullable String reason) {}

    /// @param own whether the viewer wrote it: nobody decides about her own words
    @Serdeable
    record ItemJson(String title, boolean own, PostJson post) {

        static ItemJson of(Item item, String baseUrl) {
            return new ItemJson(item.title(), item.own(), PostJson.of(item, baseUrl));
        }
    }

    /// @param note absent where the viewer wrote it, and so is who reported it: another moderator
    ///   sees to it, and nobody has to fear her
    /// @param reporter handle
    @Serdeable
    record ReportJson(
            String id,
            String reason,
            @Nullable String note,
            Instant at,
            @Nullable String reporter,
            @Nullable String reporterName,
            String title,
            boolean own,
            PostJson post) {

        static ReportJson of(Report report, String baseUrl) {
            Item item = report.item();
            return new ReportJson(
                    Ids.text(report.id()),
                    report.reason().code(),
                    item.own() ? null : report.note(),
                    report.madeAt(),
                    item.own() ? null : report.reporter().handle(),
                    item.own() ? null : report.reporter().name(),
                    item.title(),
                    item.own(),
                    PostJson.of(item, baseUrl));
        }
    }
}
