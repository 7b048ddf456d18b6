package rounds.web.topics;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import rounds.forum.DraftPlace;
import rounds.forum.Drafts;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.difference.Difference;
import rounds.platform.limits.Limit;
import rounds.platform.markdown.Markdown;
import rounds.topics.Summaries;
import rounds.topics.SummaryHistory;
import rounds.topics.SummarySaving;
import rounds.topics.SummaryText;
import rounds.topics.Topic;
import rounds.topics.Topics;
import rounds.web.forum.Box;
import rounds.web.forum.Boxes;
import rounds.web.forum.Typed;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The living summary: written version by version, compared, its sources looked at.
@Controller("/focus/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SummaryController {
    private final Topics topics;
    private final Summaries summaries;
    private final SummaryDesk desk;
    private final Boxes boxes;
    private final Drafts drafts;
    private final Communities communities;
    private final SearchAllowance allowance;
    private final Markdown markdown;
    private final Pages pages;

    SummaryController(
            Topics topics,
            Summaries summaries,
            SummaryDesk desk,
            Boxes boxes,
            Drafts drafts,
            Communities communities,
            SearchAllowance allowance,
            Markdown markdown,
            Pages pages) {
        this.topics = topics;
        this.summaries = summaries;
        this.desk = desk;
        this.boxes = boxes;
        this.drafts = drafts;
        this.communities = communities;
        this.allowance = allowance;
        this.markdown = markdown;
        this.pages = pages;
    }

    @Get("/write")
    Page write(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = tended(person, id);
        SummaryText now = summaries.text(person, topic.id());
        Box box =
                boxes.at(
                        person,
                        new DraftPlace.OfTopic(topic.communityId(), topic.id(), false),
                        Map.of(
                                "body",
                                now.body(),
                                "revision",
                                String.valueOf(now.number()),
                                "language",
                                topic.pursuit().language()));
        return show(person, HttpStatus.OK, topic, box, null, "");
    }

    @Post("/summary")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object save(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = tended(person, id);
        try {
            Optional<Box> aside = aside(person, topic, form);
            if (aside.isPresent()) {
                return show(person, HttpStatus.OK, topic, aside.get(), null, "");
            }
            return switch (summaries.save(
                    person,
                    topic.id(),
                    form.text("body"),
                    form.line("note"),
                    TopicForm.number(form, "revision"),
                    form.flag("looked") ? Summaries.Looked.AT_ALL : Summaries.Looked.NOT)) {
                case SummarySaving.Saved(Topic saved) -> {
                    drafts.posted(person, Typed.written(form));
                    yield pages.goTo(saved.path() + "#summary", "topics.summary.saved");
                }
                case SummarySaving.Meanwhile met -> met(person, topic, form, met);
            };
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                return show(
                        person,
                        HttpStatus.CONFLICT,
                        topic,
                        boxes.again(Filled.of(form)),
                        null,
                        conflict.why());
            }
            return show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    topic,
                    boxes.refused(form, refused),
                    null,
                    "");
        }
    }

    /// What stands in the title was asked about when it was chosen.
    private Optional<Box> aside(Viewer.SignedIn person, Topic topic, Form form) {
        if (form.flag("keep") || form.flag("preview")) {
            return boxes.aside(person, form);
        }
        return Identified.ask(
                        form.without("title"),
                        () -> communities.byId(person, topic.communityId()).asksIdentifiers())
                .map(boxes::again);
    }

    /// Both texts stand in the box, put together; the next press saves that on top of theirs, and
    /// takes nothing away from it.
    private Page met(Viewer.SignedIn person, Topic topic, Form form, SummarySaving.Meanwhile met) {
        String mine = form.text("body");
        Form onward = form.with("body", met.both()).with("revision", String.valueOf(met.number()));
        return show(
                person,
                HttpStatus.CONFLICT,
                topic,
                boxes.again(Filled.of(onward)),
                new WriteSummaryPage.Met(
                        met.number(),
                        Difference.between(met.base(), met.theirs()),
                        Difference.between(met.base(), mine),
                        met.theirs(),
                        !met.apart()),
                "");
    }

    private Page show(
            Viewer.SignedIn person,
            HttpStatus status,
            Topic topic,
            Box box,
            WriteSummaryPage.@Nullable Met met,
            String problem) {
        return pages.show(
                person,
                status,
                "topics/write",
                () ->
                        new WriteSummaryPage(
                                communities.byId(person, topic.communityId()),
                                topic,
                                false,
                                box,
                                desk.changed(person, topic),
                                met,
                                problem));
    }

    private Topic tended(Viewer.SignedIn person, String id) {
        Topic topic = topics.topic(person, Ids.parse(id));
        if (!topic.may().curate()) {
            throw new ProblemException(new Problem.Forbidden("topics.not-tended"));
        }
        return topic;
    }

    /// The versions, two of them compared.
    ///
    /// @param version null: the one that stands
    /// @param from null: the one before it
    @Get("/versions")
    Page versions(
            String id,
            @Nullable @QueryValue Integer version,
            @Nullable @QueryValue Integer from,
            Viewer viewer,
            HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(Limit.COMPARE, person, request);
        Page read =
                pages.show(
                        person,
                        "topics/versions",
                        () -> {
                            SummaryHistory history =
                                    summaries.history(person, Ids.parse(id), version, from);
                            return new VersionsPage(
                                    communities.byId(person, history.topic().communityId()),
                                    history,
                                    List.of());
                        });
        // Compared outside of the transaction.
        return read.with(((VersionsPage) read.page()).compared(markdown));
    }

    /// Says that one has read a version.
    @Post("/read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> read(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        summaries.read(person, topic, TopicForm.number(form, "number"));
        return pages.goTo(topics.topic(person, topic).path() + "#summary");
    }

    /// Says that one knows what a source says now.
    @Post("/sources/seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> seen(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        summaries.look(person, topic, new ContentRef(type(form.line("type")), form.id("source")));
        return pages.goTo(
                topics.topic(person, topic).path() + "#h-sources", "topics.source.seen.now");
    }

    private static ContentType type(String code) {
        return switch (code) {
            case "discussion" -> ContentType.DISCUSSION;
            case "post" -> ContentType.POST;
            case "resource" -> ContentType.RESOURCE;
            case "case_story" -> ContentType.CASE_STORY;
            default -> throw ProblemException.notFound();
        };
    }
}
