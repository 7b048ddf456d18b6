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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.cases.Aftermath;
import rounds.cases.Answering;
import rounds.cases.CaseHistories;
import rounds.cases.CaseHistory;
import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.FollowUp;
import rounds.cases.Judging;
import rounds.cases.Publishing;
import rounds.cases.Result;
import rounds.cases.Setting;
import rounds.cases.Word;
import rounds.community.Visibility;
import rounds.forum.Discussions;
import rounds.forum.Pointers;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Bookmarks;
import rounds.notifications.Watches;
import rounds.platform.database.Ids;
import rounds.platform.mail.Wording;
import rounds.platform.markdown.Markdown;
import rounds.web.Signboard;
import rounds.web.page.Address;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A case story: read it, say that one tried the same, give a quiet word.
@Controller("/cases")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class StoryController {
    /// That stand under a story; the others have a page.
    private static final int DISCUSSIONS = 8;

    private static final int ROWS = 25;

    private final Cases cases;
    private final Publishing publishing;
    private final Answering answering;
    private final Judging judging;
    private final CaseHistories histories;
    private final StoryRoom room;
    private final Discussions discussions;
    private final Pointers pointers;
    private final Bookmarks bookmarks;
    private final Watches watches;
    private final Signboard site;
    private final Wording wording;
    private final Markdown markdown;
    private final Pages pages;

    StoryController(
            Cases cases,
            Publishing publishing,
            Answering answering,
            Judging judging,
            CaseHistories histories,
            StoryRoom room,
            Discussions discussions,
            Pointers pointers,
            Bookmarks bookmarks,
            Watches watches,
            Signboard site,
            Wording wording,
            Markdown markdown,
            Pages pages) {
        this.cases = cases;
        this.publishing = publishing;
        this.answering = answering;
        this.judging = judging;
        this.histories = histories;
        this.room = room;
        this.discussions = discussions;
        this.pointers = pointers;
        this.bookmarks = bookmarks;
        this.watches = watches;
        this.site = site;
        this.wording = wording;
        this.markdown = markdown;
        this.pages = pages;
    }

    @Get("/{address}")
    HttpResponse<?> show(@PathVariable String address, Viewer viewer, HttpRequest<?> request) {
        var asked = new Address("/cases/", address);
        Page shown = show(viewer, HttpStatus.OK, asked.id(), Filled.empty(), Filled.empty());
        String path = ((StoryPage) shown.page()).story().path();
        return asked.isOf(path)
                ? HttpResponse.ok(shown)
                : HttpResponse.redirect(Address.with(path, request));
    }

    private Page show(Viewer viewer, HttpStatus status, long id, Filled follow, Filled trial) {
        return pages.show(
                viewer,
                status,
                "cases/story",
                () -> {
                    CaseStory story = cases.story(viewer, id);
                    Aftermath after = answering.of(viewer, id);
                    return new StoryPage(
                            room.of(viewer, story),
                            story,
                            after,
                            story.may().inside() ? cases.authority(viewer, id).orElse(null) : null,
                            story.may().inside() ? judging.fate(viewer, id).orElse(null) : null,
                            bookmarks.has(viewer, ref(id)),
                            watches.followsStory(viewer, id),
                            discussions.leadingTo(viewer, ref(id), null, DISCUSSIONS),
                            named(viewer, story, after),
                            story.may().inside() && histories.any(viewer, id),
                            follow,
                            card(viewer, story),
                            trial);
                });
    }

    private Map<String, String> named(Viewer viewer, CaseStory story, Aftermath after) {
        return pointers.named(
                viewer,
                Stream.concat(
                                story.sections().stream().map(one -> one.html().value()),
                                after.followUps().stream().map(one -> one.html().value()))
                        .toList(),
                story.facts().language());
    }

    /// Only what is shown to a visitor goes into it: what she reads, everybody does.
    private @Nullable StoryCard card(Viewer viewer, CaseStory story) {
        boolean open = viewer instanceof Viewer.Visitor && story.reads() == Visibility.PUBLIC;
        return open ? StoryCard.of(story, site) : null;
    }

    private static ContentRef ref(long id) {
        return new ContentRef(ContentType.CASE_STORY, id);
    }

    /// All discussions in which a post leads to it, the latest first.
    @Get("/{id}/discussions")
    Page discussed(String id, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "cases/discussed",
                () -> {
                    CaseStory story = cases.story(viewer, Ids.parse(id));
                    return new DiscussedPage(
                            room.of(viewer, story),
                            story,
                            discussions.leadingTo(viewer, ref(story.id()), after, ROWS));
                });
    }

    /// What it said before, for its author and moderators.
    @Get("/{id}/revisions")
    Page revisions(
            String id,
            @Nullable @QueryValue Integer revision,
            @QueryValue(defaultValue = "") String since,
            Viewer viewer) {
        boolean sinceRead = since.equals("read");
        Page read =
                pages.show(
                        viewer,
                        "cases/revisions",
                        () -> {
                            CaseHistory history =
                                    sinceRead
                                            ? histories.sinceRead(viewer, Ids.parse(id))
                                            : histories.of(viewer, Ids.parse(id), revision);
                            return new RevisionsPage(
                                    room.of(viewer, history.story()),
                                    history,
                                    List.of(),
                                    sinceRead);
                        });
        // Compared outside of the transaction.
        return read.with(((RevisionsPage) read.page()).compared(markdown::plainText));
    }

    /// Tells how a case went on.
    @Post("/{id}/follow-ups")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object followUp(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        Optional<Filled> asked = Identified.ask(form, () -> form.line("reason").isEmpty());
        if (asked.isPresent()) {
            return show(person, HttpStatus.OK, story, asked.get(), Filled.empty());
        }
        try {
            FollowUp made =
                    answering.followUp(
                            person,
                            story,
                            months(form.line("months")),
                            form.text("body"),
                            form.line(Identified.LOOKED).isEmpty()
                                    ? form.line("reason")
                                    : wording.text(
                                            cases.story(person, story).facts().language(),
                                            "cases.follow-up.looked",
                                            List.of()));
            return back(person, story, "later-" + Ids.text(made.id()), "cases.follow-up.said");
        } catch (ProblemException refused) {
            return show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    story,
                    Filled.refused(form, refused),
                    Filled.empty());
        }
    }

    /// Takes a follow-up out.
    @Post("/{id}/follow-ups/{followUp}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> strike(String id, String followUp, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        answering.strike(person, Ids.parse(id), Ids.parse(followUp));
        return pages.goTo(cases.story(person, Ids.parse(id)).path(), "cases.follow-up.struck");
    }

    /// What is no number is none that is taken.
    private static int months(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
    }

    @Post("/{id}/trial")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object tried(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        Optional<Filled> asked = Identified.ask(form, () -> true);
        if (asked.isPresent()) {
            return show(person, HttpStatus.OK, story, Filled.empty(), asked.get());
        }
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
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    story,
                    Filled.empty(),
                    Filled.refused(form, refused));
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

    /// Asks moderators to show again what is hidden.
    @Post("/{id}/asking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> askAgain(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        publishing.askAgain(person, story, StoryForm.number(form, "revision"), form.text("note"));
        return pages.goTo(cases.story(person, story).path(), "cases.again.asked");
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
