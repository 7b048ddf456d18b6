package rounds.web.forum;

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
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Drafts;
import rounds.forum.Filter;
import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.forum.Planning;
import rounds.forum.PollWords;
import rounds.forum.Posted;
import rounds.forum.Progress;
import rounds.forum.Reading;
import rounds.forum.Tag;
import rounds.forum.Tagging;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.Resource;
import rounds.notifications.Level;
import rounds.notifications.Watches;
import rounds.platform.database.Ids;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A community's discussions, and opening one.
@Controller("/c/{slug}/discussions")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OpenController {
    private static final int ROWS = 25;

    private final Forum forum;
    private final Discussions discussions;
    private final Tagging tagging;
    private final Watches watches;
    private final Reading reading;
    private final Drafts drafts;
    private final Boxes boxes;
    private final Library library;
    private final Asked asked;
    private final Openings openings;
    private final Planning planning;
    private final Zones zones;
    private final Rooms rooms;
    private final Pages pages;

    OpenController(
            Forum forum,
            Discussions discussions,
            Tagging tagging,
            Watches watches,
            Reading reading,
            Drafts drafts,
            Boxes boxes,
            Library library,
            Asked asked,
            Openings openings,
            Planning planning,
            Zones zones,
            Rooms rooms,
            Pages pages) {
        this.forum = forum;
        this.discussions = discussions;
        this.tagging = tagging;
        this.watches = watches;
        this.reading = reading;
        this.drafts = drafts;
        this.boxes = boxes;
        this.library = library;
        this.asked = asked;
        this.openings = openings;
        this.planning = planning;
        this.zones = zones;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get
    Page list(
            String slug,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String progress,
            @Nullable @QueryValue String after,
            Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "forum/discussions",
                community -> {
                    Tag asked =
                            tag == null || tag.isEmpty()
                                    ? null
                                    : tagging.one(viewer, community.id(), tag);
                    // A synonym leads to what is stored for it.
                    var filter =
                            new Filter(
                                    kind == null || kind.isEmpty() ? null : Kind.of(kind),
                                    asked == null ? null : asked.name(),
                                    progress == null || progress.isEmpty()
                                            ? null
                                            : Progress.of(progress));
                    return new DiscussionsPage(
                            community,
                            filter,
                            asked,
                            discussions.inCommunity(viewer, community.id(), filter, after, ROWS),
                            filter.tag() == null
                                    ? ""
                                    : Level.code(
                                            watches.ofTag(viewer, community.id(), filter.tag())),
                            fresh(viewer, slug));
                });
    }

    private Map<String, Integer> fresh(Viewer viewer, String slug) {
        return switch (viewer) {
            case Viewer.Visitor _, Viewer.FeedReader _ -> Map.of();
            case Viewer.SignedIn person -> reading.countsLately(person).byKind(slug);
        };
    }

    /// @param draft one that was begun before
    /// @param plan whether she comes to write something for later
    /// @param about ids of resources that it is about, separated by commas
    /// @param story the id of a case story that it is about
    /// @param topic the id of a focus topic in which it was asked
    /// @param question the id of the open question there
    /// @param title what she searched for and did not find
    /// @param look what stands in the draft is asked about
    @Get("/new")
    Page write(
            String slug,
            @QueryValue(defaultValue = "challenge") String kind,
            @Nullable @QueryValue String draft,
            @Nullable @QueryValue String plan,
            @QueryValue(defaultValue = "") String about,
            @QueryValue(defaultValue = "") String story,
            @QueryValue(defaultValue = "") String topic,
            @QueryValue(defaultValue = "") String question,
            @QueryValue(defaultValue = "") String title,
            @Nullable @QueryValue String look,
            Viewer viewer) {
        String chosen = Kind.of(kind).code();
        Viewer.SignedIn person = viewer.signedIn();
        return openings.show(
                person,
                slug,
                HttpStatus.OK,
                List.of(),
                community -> {
                    Box box =
                            draft == null
                                    ? boxes.fresh(
                                            DraftPlace.another(community.id()),
                                            begun(chosen, title.strip()))
                                    : local(
                                            person,
                                            boxes.of(drafts.draft(person, Ids.parse(draft))));
                    Box begun = plan == null ? box : later(box);
                    if (Ids.isId(story)) {
                        return aboutStory(person, begun, story);
                    }
                    if (Ids.isId(topic) && Ids.isId(question)) {
                        return boxes.looked(person, asked.of(person, begun, topic, question));
                    }
                    if (look != null) {
                        return boxes.asking(person, begun);
                    }
                    return about.isEmpty() ? begun : about(person, begun, about);
                });
    }

    /// It links to what it is about and, where she has not called it otherwise, is called after
    /// that and found under the same tags.
    private Box about(Viewer.SignedIn person, Box box, String ids) {
        Form form = box.filled().form();
        Resource resource = form.flag("title") ? null : resource(person, ids);
        Box titled =
                resource == null
                        ? box
                        : box.with(
                                Filled.of(
                                        form.with("title", resource.title())
                                                .with(
                                                        "tags",
                                                        String.join(
                                                                ", ", resource.details().tags()))));
        return boxes.looked(person, Boxes.linking(titled, ids));
    }

    private Box aboutStory(Viewer.SignedIn person, Box box, String id) {
        // A pointer, and not its words: its author may withdraw it, and then it is called nothing
        // here.
        return boxes.looked(person, Boxes.linking(box, "c", id));
    }

    /// The only one that it is about, where she reads that.
    private @Nullable Resource resource(Viewer.SignedIn person, String id) {
        if (!Ids.isId(id)) {
            return null;
        }
        try {
            return library.resource(person, Ids.parse(id));
        } catch (ProblemException gone) {
            // The link says as little as that.
            return null;
        }
    }

    private static Box later(Box box) {
        return box.with(Filled.of(box.filled().form().with("plan", "yes")));
    }

    // A plan that was taken back holds an instant where she types a time.
    private Box local(Viewer.SignedIn person, Box box) {
        Form form = box.filled().form();
        String ends = form.line("poll-ends");
        return ends.endsWith("Z")
                ? box.with(
                        Filled.of(form.with("poll-ends", zones.typed(person, Instant.parse(ends)))))
                : box;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object open(String slug, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            Optional<Box> aside = openings.aside(person, form);
            // When it is to be opened no draft keeps.
            if (aside.isPresent() && !form.flag("plan") && Boxes.isKept(form, aside.get())) {
                String draft = aside.get().filled().form().line(Typed.DRAFT);
                return pages.goTo("/c/" + slug + "/discussions/new?look=yes&draft=" + draft);
            }
            if (aside.isPresent()) {
                return openings.show(
                        person,
                        slug,
                        HttpStatus.OK,
                        openings.similar(person, form),
                        _ -> aside.get());
            }
            NewDiscussion entered = entered(person, form);
            // Whoever filled in a time wants it to wait, whatever button she pressed.
            if (!form.line("publish-at").isEmpty()) {
                return plan(person, slug, entered, form);
            }
            Posted posted = forum.open(person, slug, entered, form.submission());
            return pages.goTo(
                    posted.path(),
                    posted.waits() ? "forum.posted.waits" : "forum.posted.discussion");
        } catch (ProblemException refused) {
            Box box = boxes.refused(form, refused);
            return openings.show(
                    person, slug, HttpStatus.UNPROCESSABLE_ENTITY, List.of(), _ -> box);
        }
    }

    private Object plan(Viewer.SignedIn person, String slug, NewDiscussion entered, Form form) {
        Instant at = PollWords.time("publish-at", form.line("publish-at"), zones.of(person));
        return pages.goTo(planning.plan(person, slug, entered, at).path(), "planned.done");
    }

    /// What a new discussion begins with.
    private static Map<String, String> begun(String kind, String title) {
        return title.isEmpty() ? Map.of("kind", kind) : Map.of("kind", kind, "title", title);
    }

    private NewDiscussion entered(Viewer.SignedIn person, Form form) {
        PollWords poll = PollForm.words(form);
        return new NewDiscussion(
                Kind.of(form.line("kind")),
                form.line("title"),
                form.text("body"),
                Tags.of(form.line("tags")),
                form.optional("language"),
                Typed.written(form),
                poll.isEmpty() ? null : poll.poll(zones.of(person)));
    }
}
