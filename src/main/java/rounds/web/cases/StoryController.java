package rounds.web.cases;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.cases.Answering;
import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Publishing;
import rounds.cases.Result;
import rounds.cases.Setting;
import rounds.cases.Word;
import rounds.community.Communities;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Bookmarks;
import rounds.platform.database.Ids;
import rounds.web.page.Address;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// A case story: read it, say that one tried the same, give a quiet word.
@Controller("/cases")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class StoryController {
    private final Cases cases;
    private final Publishing publishing;
    private final Answering answering;
    private final Communities communities;
    private final Bookmarks bookmarks;
    private final Pages pages;

    StoryController(
            Cases cases,
            Publishing publishing,
            Answering answering,
            Communities communities,
            Bookmarks bookmarks,
            Pages pages) {
        this.cases = cases;
        this.publishing = publishing;
        this.answering = answering;
        this.communities = communities;
        this.bookmarks = bookmarks;
        this.pages = pages;
    }

    @Get("/{address}")
    HttpResponse<?> show(@PathVariable String address, Viewer viewer, HttpRequest<?> request) {
        var asked = new Address("/cases/", address);
        Page shown = show(viewer, HttpStatus.OK, asked.id(), Filled.empty());
        String path = ((StoryPage) shown.page()).story().path();
        return asked.isOf(path)
                ? HttpResponse.ok(shown)
                : HttpResponse.redirect(Address.with(path, request));
    }

    private Page show(Viewer viewer, HttpStatus status, long id, Filled trial) {
        return pages.show(
                viewer,
                status,
                "cases/story",
                () -> {
                    CaseStory story = cases.story(viewer, id);
                    return new StoryPage(
                            communities.byId(viewer, story.communityId()),
                            story,
                            answering.of(viewer, id),
                            story.may().inside() ? cases.authority(viewer, id).orElse(null) : null,
                            bookmarks.has(viewer, new ContentRef(ContentType.CASE_STORY, id)),
                            trial);
                });
    }

    @Post("/{id}/trial")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object tried(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        try {
            answering.tried(
                    person,
                    story,
                    Result.of(form.line("result")),
                    Setting.of(form.line("setting")),
                    form.line("note"));
            return back(person, story, "tried", "cases.tried.said");
        } catch (ProblemException refused) {
            return show(
                    person, HttpStatus.UNPROCESSABLE_ENTITY, story, Filled.refused(form, refused));
        }
    }

    @Post("/{id}/trial/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> notTried(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        answering.notTried(person, story);
        return back(person, story, "tried", "cases.tried.taken-back");
    }

    /// Gives a word, or takes it back where the form says so.
    @Post("/{id}/words/{word:thanks|same}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> say(String id, String word, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        if (form.line("given").equals("no")) {
            answering.unsay(person, story, Word.of(word));
        } else {
            answering.say(person, story, Word.of(word));
        }
        return pages.goTo(cases.story(person, story).path() + "#words");
    }

    /// Takes back what waits for its second reader, to go on writing.
    @Post("/{id}/taking-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(String id, Form form, Viewer viewer) {
        CaseStory story = publishing.takeBack(viewer.signedIn(), Ids.parse(id));
        return pages.goTo("/cases/" + Ids.text(story.id()) + "/write");
    }

    /// Takes a story back for good.
    @Post("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        publishing.withdraw(person, story, form.text("reason"));
        return pages.goTo(cases.story(person, story).path(), "cases.withdrawn.now");
    }

    private HttpResponse<?> back(Viewer.SignedIn person, long id, String part, String message) {
        return pages.goTo(cases.story(person, id).path() + "#" + part, message);
    }
}
