package rounds.web.topics;

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

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.platform.entry.Entry;
import rounds.topics.Topic;
import rounds.topics.TopicLists;
import rounds.topics.TopicPart;
import rounds.topics.TopicSummary;
import rounds.topics.Topics;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Optional;

/// A community's focus topics, and proposing one.
@Controller("/c/{slug}/focus")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class FocusController {
    /// Of each part, where all are shown.
    private static final int FEW = 12;

    private static final int ROWS = 25;

    private final Topics topics;
    private final TopicLists lists;
    private final Communities communities;
    private final Rooms rooms;
    private final Pages pages;

    FocusController(
            Topics topics, TopicLists lists, Communities communities, Rooms rooms, Pages pages) {
        this.topics = topics;
        this.lists = lists;
        this.communities = communities;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get
    Page list(
            String slug,
            @Nullable @QueryValue String part,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String after,
            Viewer viewer) {
        String tagged = tag == null || tag.isEmpty() ? null : Entry.tag(tag);
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "topics/list",
                community ->
                        part == null || part.isEmpty()
                                ? all(viewer, community, tagged)
                                : one(viewer, community, TopicPart.of(part), tagged, after));
    }

    private TopicListPage all(Viewer viewer, Community community, @Nullable String tag) {
        List<TopicListPage.Group> parts =
                lists.in(viewer, community.id(), tag, FEW + 1).entrySet().stream()
                        .map(part -> group(community, part.getKey(), part.getValue(), tag))
                        .toList();
        return new TopicListPage(community, parts, null, tag, null);
    }

    private static TopicListPage.Group group(
            Community community, TopicPart part, List<TopicSummary> topics, @Nullable String tag) {
        return new TopicListPage.Group(
                part,
                topics.stream().limit(FEW).toList(),
                TopicListPage.path(community, part.code(), tag),
                topics.size() > FEW);
    }

    private TopicListPage one(
            Viewer viewer,
            Community community,
            TopicPart part,
            @Nullable String tag,
            @Nullable String after) {
        Slice<TopicSummary> found = lists.in(viewer, community.id(), part, tag, after, ROWS);
        return new TopicListPage(
                community,
                found.items().isEmpty()
                        ? List.of()
                        : List.of(new TopicListPage.Group(part, found.items(), "", false)),
                part,
                tag,
                found.next());
    }

    @Get("/new")
    Page write(String slug, Viewer viewer) {
        return form(viewer.signedIn(), slug, HttpStatus.OK, Filled.empty());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object propose(String slug, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Optional<Filled> asked =
                Identified.ask(form, () -> communities.bySlug(person, slug).asksIdentifiers());
        if (asked.isPresent()) {
            return form(person, slug, HttpStatus.OK, asked.get());
        }
        try {
            Topic made = topics.propose(person, slug, TopicForm.pursuit(form), form.submission());
            return pages.goTo(made.path(), "topics.proposed");
        } catch (ProblemException refused) {
            return form(
                    person, slug, HttpStatus.UNPROCESSABLE_ENTITY, Filled.refused(form, refused));
        }
    }

    private Page form(Viewer.SignedIn person, String slug, HttpStatus status, Filled filled) {
        return rooms.show(
                person,
                slug,
                Capability.PROPOSE,
                status,
                "topics/form",
                community -> new TopicFormPage(community, null, filled, ""));
    }
}
