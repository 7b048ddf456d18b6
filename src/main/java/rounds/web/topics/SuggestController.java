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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.community.Community;
import rounds.forum.DraftPlace;
import rounds.forum.Drafts;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.difference.Difference;
import rounds.platform.difference.Merge;
import rounds.platform.limits.Limit;
import rounds.topics.Suggestion;
import rounds.topics.Suggestions;
import rounds.topics.Summaries;
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

/// Members say how they would word a summary; whoever tends it takes that in or says why not.
@Controller("/focus/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestController {
    private final Topics topics;
    private final Summaries summaries;
    private final Suggestions suggestions;
    private final Boxes boxes;
    private final Drafts drafts;
    private final Communities communities;
    private final SearchAllowance allowance;
    private final Pages pages;

    SuggestController(
            Topics topics,
            Summaries summaries,
            Suggestions suggestions,
            Boxes boxes,
            Drafts drafts,
            Communities communities,
            SearchAllowance allowance,
            Pages pages) {
        this.topics = topics;
        this.summaries = summaries;
        this.suggestions = suggestions;
        this.boxes = boxes;
        this.drafts = drafts;
        this.communities = communities;
        this.allowance = allowance;
        this.pages = pages;
    }

    @Get("/suggest")
    Page write(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = takenPartIn(person, id);
        SummaryText now = summaries.text(person, topic.id());
        Box box =
                boxes.at(
                        person,
                        new DraftPlace.OfTopic(topic.communityId(), topic.id(), true),
                        Map.of(
                                "body",
                                now.body(),
                                "revision",
                                String.valueOf(now.number()),
                                "language",
                                topic.pursuit().language()));
        return show(person, HttpStatus.OK, topic, box, "");
    }

    @Post("/suggestions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object suggest(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = takenPartIn(person, id);
        try {
            Optional<Box> aside = aside(person, topic, form);
            if (aside.isPresent()) {
                return show(person, HttpStatus.OK, topic, aside.get(), "");
            }
            suggestions.suggest(
                    person,
                    topic.id(),
                    form.text("body"),
                    form.line("why"),
                    TopicForm.number(form, "revision"),
                    form.submission());
            drafts.posted(person, Typed.written(form));
            return pages.goTo(topic.path() + "#summary", "topics.suggestion.made");
        } catch (ProblemException refused) {
            return refused.problem() instanceof Problem.Conflict conflict
                    ? show(
                            person,
                            HttpStatus.CONFLICT,
                            topic,
                            boxes.again(Filled.of(form)),
                            conflict.why())
                    : show(
                            person,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            topic,
                            boxes.refused(form, refused),
                            "");
        }
    }

    private Optional<Box> aside(Viewer.SignedIn person, Topic topic, Form form) {
        if (form.flag("keep") || form.flag("preview")) {
            return boxes.aside(person, form);
        }
        return Identified.ask(
                        form.without("title"),
                        () -> communities.byId(person, topic.communityId()).asksIdentifiers())
                .map(boxes::again);
    }

    private Page show(
            Viewer.SignedIn person, HttpStatus status, Topic topic, Box box, String problem) {
        return pages.show(
                person,
                status,
                "topics/write",
                () ->
                        new WriteSummaryPage(
                                communities.byId(person, topic.communityId()),
                                topic,
                                true,
                                box,
                                List.of(),
                                null,
                                problem));
    }

    private Topic takenPartIn(Viewer.SignedIn person, String id) {
        Topic topic = topics.topic(person, Ids.parse(id));
        if (!topic.may().member()) {
            throw new ProblemException(new Problem.Forbidden("topics.members-only"));
        }
        return topic;
    }

    /// What members suggested, what waits first.
    @Get("/suggestions")
    Page list(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "topics/suggestions",
                () -> {
                    Topic topic = takenPartIn(person, id);
                    return new SuggestionsPage(
                            communities.byId(person, topic.communityId()),
                            topic,
                            suggestions.of(person, topic.id()));
                });
    }

    @Get("/suggestions/{suggestion}")
    Page look(String id, String suggestion, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(Limit.COMPARE, person, request);
        return suggestion(person, HttpStatus.OK, Ids.parse(suggestion), null, "");
    }

    /// What is read before the texts are compared, which is done outside of the transaction.
    private record Kept(
            Community community,
            Topic topic,
            Suggestion suggestion,
            SummaryText base,
            SummaryText now) {}

    private Page suggestion(
            Viewer.SignedIn person,
            HttpStatus status,
            long id,
            @Nullable Filled filled,
            String problem) {
        Page read =
                pages.show(
                        person,
                        status,
                        "topics/suggestion",
                        () -> {
                            Suggestion found = suggestions.suggestion(person, id);
                            Topic topic = topics.topic(person, found.topicId());
                            return new Kept(
                                    communities.byId(person, topic.communityId()),
                                    topic,
                                    found,
                                    summaries.version(person, topic.id(), found.base()),
                                    summaries.text(person, topic.id()));
                        });
        var kept = (Kept) read.page();
        String base = kept.base.body();
        String now = kept.now.body();
        String hers = kept.suggestion.body();
        boolean moved = kept.now.number() != kept.suggestion.base();
        String merged = moved ? Merge.of(base, hers, now).orElse(null) : hers;
        String text = merged == null ? Merge.keepingBoth(base, hers, now) : merged;
        return read.with(
                new SuggestionPage(
                        kept.community,
                        kept.topic,
                        kept.suggestion,
                        Difference.between(base, hers),
                        moved ? Difference.between(now, text) : List.of(),
                        kept.now.number(),
                        moved && merged == null,
                        filled == null ? Filled.with(Map.of("body", text)) : filled,
                        problem));
    }

    @Post("/suggestions/{suggestion}/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object accept(String id, String suggestion, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            boolean taken =
                    suggestions.accept(
                            person,
                            Ids.parse(suggestion),
                            form.text("body"),
                            TopicForm.number(form, "base"));
            return taken
                    ? pages.goTo(path(person, id) + "#summary", "topics.suggestion.taken")
                    : suggestion(
                            person,
                            HttpStatus.CONFLICT,
                            Ids.parse(suggestion),
                            null,
                            "topics.suggestion.moved-on");
        } catch (ProblemException refused) {
            return again(person, suggestion, form, refused);
        }
    }

    @Post("/suggestions/{suggestion}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object decline(String id, String suggestion, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            suggestions.decline(person, Ids.parse(suggestion), form.text("reason"));
            return pages.goTo("/focus/" + id + "/suggestions", "topics.suggestion.declined.now");
        } catch (ProblemException refused) {
            return again(person, suggestion, form, refused);
        }
    }

    private Page again(
            Viewer.SignedIn person, String suggestion, Form form, ProblemException refused) {
        return suggestion(
                person,
                HttpStatus.UNPROCESSABLE_ENTITY,
                Ids.parse(suggestion),
                Filled.refused(form, refused),
                "");
    }

    @Post("/suggestions/{suggestion}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(String id, String suggestion, Form form, Viewer viewer) {
        suggestions.takeBack(viewer.signedIn(), Ids.parse(suggestion));
        return pages.goTo("/focus/" + id + "/suggestions", "topics.suggestion.taken-back");
    }

    private String path(Viewer viewer, String id) {
        return topics.topic(viewer, Ids.parse(id)).path();
    }
}
