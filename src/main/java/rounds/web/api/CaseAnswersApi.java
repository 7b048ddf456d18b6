package rounds.web.api;

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

import rounds.cases.Answering;
import rounds.cases.CaseHistories;
import rounds.cases.Result;
import rounds.cases.Setting;
import rounds.cases.Word;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

/// What comes after a case story: how it went on, who tried the same, quiet words.
@Controller("/api/v1/cases/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CaseAnswersApi {
    private final Answering answering;
    private final CaseHistories histories;

    CaseAnswersApi(Answering answering, CaseHistories histories) {
        this.answering = answering;
        this.histories = histories;
    }

    @Get("/after")
    CaseJson.AfterJson after(String id, Viewer viewer) {
        return CaseJson.AfterJson.of(answering.of(viewer, Ids.parse(id)));
    }

    /// Tells how a case went on.
    @Post("/follow-ups")
    HttpResponse<CaseJson.FollowUpJson> followUp(String id, @Body Later body, Viewer viewer) {
        return HttpResponse.created(
                CaseJson.FollowUpJson.of(
                        answering.followUp(
                                viewer.signedIn(),
                                Ids.parse(id),
                                body.months == null ? -1 : body.months,
                                text(body.body),
                                text(body.reason))));
    }

    /// Takes a follow-up out.
    @Delete("/follow-ups/{followUp}")
    HttpResponse<?> strike(String id, String followUp, Viewer viewer) {
        answering.strike(viewer.signedIn(), Ids.parse(id), Ids.parse(followUp));
        return HttpResponse.noContent();
    }

    /// What a story said at each time, for its author and moderators.
    ///
    /// @param revision whose words are told; null: what it says now
    @Get("/revisions")
    CaseJson.HistoryJson revisions(
            String id, @Nullable @QueryValue Integer revision, Viewer viewer) {
        return CaseJson.HistoryJson.of(histories.of(viewer, Ids.parse(id), revision));
    }

    /// Says that the viewer tried the same; once a person, the newest words stand.
    @Put("/trial")
    HttpResponse<?> tried(String id, @Body Trial body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Result result = Result.of(text(body.result));
        Setting setting = Setting.of(text(body.setting));
        Sent.saying(body.identified).with("note", body.note).ask(() -> true);
        answering.tried(person, Ids.parse(id), result, setting, text(body.note));
        return HttpResponse.noContent();
    }

    @Delete("/trial")
    HttpResponse<?> notTried(String id, Viewer viewer) {
        answering.notTried(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    @Put("/words/{word:thanks|same}")
    HttpResponse<?> say(String id, String word, Viewer viewer) {
        answering.say(viewer.signedIn(), Ids.parse(id), Word.of(word));
        return HttpResponse.noContent();
    }

    @Delete("/words/{word:thanks|same}")
    HttpResponse<?> unsay(String id, String word, Viewer viewer) {
        answering.unsay(viewer.signedIn(), Ids.parse(id), Word.of(word));
        return HttpResponse.noContent();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /// @param months since the end of what the story tells
    /// @param body Markdown
    /// @param reason why what looks in it as if it named somebody does not
    @Serdeable
    record Later(@Nullable Integer months, @Nullable String body, @Nullable String reason) {}

    /// @param result `worked`, `partly` or `not`
    /// @param identified says that what could tell who a patient is was looked at, and tells
    ///   nothing
    @Serdeable
    record Trial(
            @Nullable String result,
            @Nullable String setting,
            @Nullable String note,
            @Nullable String identified) {}
}
