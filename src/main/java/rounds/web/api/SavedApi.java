package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Viewer;
import rounds.notifications.Bookmarks;
import rounds.notifications.Saved;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.time.Instant;
import java.time.LocalDate;

/// What the program's person has saved for later.
@Controller("/api/v1/saved")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SavedApi {
    private final Bookmarks bookmarks;
    private final Signboard site;

    SavedApi(Bookmarks bookmarks, Signboard site) {
        this.bookmarks = bookmarks;
        this.site = site;
    }

    /// @param remindOn a day in her time zone
    @Serdeable
    record SavedJson(
            ExcerptJson content, String note, @Nullable LocalDate remindOn, Instant savedAt) {

        static SavedJson of(Saved saved, String baseUrl) {
            return new SavedJson(
                    ExcerptJson.of(saved.content(), baseUrl),
                    saved.note(),
                    saved.remindOn(),
                    saved.savedAt());
        }
    }

    @Serdeable
    record Beside(@Nullable String note, @Nullable LocalDate remindOn) {}

    @Get
    HttpResponse<Listed<SavedJson>> list(
            @QueryValue(defaultValue = "false") boolean reminders,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = bookmarks.page(viewer.signedIn(), reminders, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, saved -> SavedJson.of(saved, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// Saves it, with what stands beside it.
    @Put("/{type:discussion|post|resource|case_story|topic}/{id}")
    HttpResponse<?> save(String type, String id, @Body Beside body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        ContentRef content = content(type, id);
        bookmarks.save(person, content);
        bookmarks.change(person, content, body.note() == null ? "" : body.note(), body.remindOn());
        return HttpResponse.noContent();
    }

    @Delete("/{type:discussion|post|resource|case_story|topic}/{id}")
    HttpResponse<?> remove(String type, String id, Viewer viewer) {
        bookmarks.remove(viewer.signedIn(), content(type, id));
        return HttpResponse.noContent();
    }

    private static ContentRef content(String type, String id) {
        return new ContentRef(ContentType.of(type), Ids.parse(id));
    }
}
