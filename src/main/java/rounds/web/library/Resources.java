package rounds.web.library;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.forum.Discussions;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Viewer;
import rounds.library.CollectionLists;
import rounds.library.InPractice;
import rounds.library.Library;
import rounds.library.Practised;
import rounds.library.ResourcePage;
import rounds.library.TextPage;
import rounds.library.Use;
import rounds.library.Version;
import rounds.notifications.Bookmarks;
import rounds.platform.markdown.Markdown;
import rounds.web.page.Filled;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.Similar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lays out the page of a resource.
@Singleton
class Resources {
    /// Parts of a document without pages that stand on one page of ours.
    private static final int PARTS = 10;

    /// That stand under a resource; the others have a page.
    private static final int DISCUSSIONS = 5;

    private final Library library;
    private final InPractice inPractice;
    private final Discussions discussions;
    private final Bookmarks bookmarks;
    private final Similar similar;
    private final CollectionLists collections;
    private final Communities communities;
    private final Markdown markdown;
    private final Clock clock;
    private final Pages pages;

    Resources(
            Library library,
            InPractice inPractice,
            Discussions discussions,
            Bookmarks bookmarks,
            Similar similar,
            CollectionLists collections,
            Communities communities,
            Markdown markdown,
            Clock clock,
            Pages pages) {
        this.library = library;
        this.inPractice = inPractice;
        this.discussions = discussions;
        this.bookmarks = bookmarks;
        this.similar = similar;
        this.collections = collections;
        this.communities = communities;
        this.markdown = markdown;
        this.clock = clock;
        this.pages = pages;
    }

    /// @param number of a version; null: the one that is read
    /// @param at a page of the document; null: its beginning
    Page show(Viewer viewer, long id, @Nullable Integer number, @Nullable Integer at) {
        return show(viewer, HttpStatus.OK, id, number, at, null, null);
    }

    /// @param refused the curators' form, to be shown again
    Page again(Viewer viewer, long id, Filled refused) {
        return show(viewer, HttpStatus.UNPROCESSABLE_ENTITY, id, null, null, refused, null);
    }

    /// @param refused the form in which somebody says that she used it, to be shown again
    Page practiceAgain(Viewer viewer, long id, Filled refused) {
        return show(viewer, HttpStatus.UNPROCESSABLE_ENTITY, id, null, null, null, refused);
    }

    private Page show(
            Viewer viewer,
            HttpStatus status,
            long id,
            @Nullable Integer number,
            @Nullable Integer at,
            @Nullable Filled curated,
            @Nullable Filled practice) {
        Page read = read(viewer, status, id, number, at, curated, practice);
        // Looked for outside of the transaction.
        var view = (ResourceView) read.page();
        var found = similar.beside(viewer, ref(id), view.resource().title());
        return new Page(
                read.template(), view.with(view.beside().with(found)), read.status(), read.me());
    }

    private Page read(
            Viewer viewer,
            HttpStatus status,
            long id,
            @Nullable Integer number,
            @Nullable Integer at,
            @Nullable Filled curated,
            @Nullable Filled practice) {
        return pages.show(
                viewer,
                status,
                "library/resource",
                () -> {
                    ResourcePage page = library.page(viewer, id, number);
                    int first = at == null ? 1 : Math.max(1, at);
                    List<TextPage> text = text(viewer, page, first);
                    return new ResourceView(
                            communities.byId(viewer, page.resource().communityId()),
                            page,
                            first,
                            text,
                            html(page.shown(), text),
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                            curated == null ? curated(page) : curated,
                            beside(viewer, id, practice),
                            collections.holding(viewer, id),
                            page.resource().may().curate()
                                    ? collections.all(viewer, page.resource().communityId())
                                    : List.of());
                });
    }

    private Beside beside(Viewer viewer, long id, @Nullable Filled refused) {
        Practised practised = inPractice.of(viewer, id);
        Use mine = practised.mine();
        Filled practice =
                refused != null
                        ? refused
                        : Filled.with(mine == null ? Map.of() : Map.of("note", mine.note()));
        return new Beside(
                bookmarks.has(viewer, ref(id)),
                practised,
                practice,
                discussions.leadingTo(viewer, ref(id), null, DISCUSSIONS),
                List.of());
    }

    private static ContentRef ref(long id) {
        return new ContentRef(ContentType.RESOURCE, id);
    }

    /// A PDF is shown as it is, a text written in place as its own HTML: only of the others is the
    /// text what there is to read here.
    private List<TextPage> text(Viewer viewer, ResourcePage page, int first) {
        Version shown = page.shown();
        return shown.file() == null || shown.isPicture()
                ? List.of()
                : library.text(
                        viewer,
                        page.resource().id(),
                        shown.number(),
                        first,
                        shown.isPdf() ? 1 : PARTS);
    }

    private @Nullable String html(Version shown, List<TextPage> text) {
        if (shown.html() != null) {
            return shown.html().value();
        }
        if (text.stream().noneMatch(part -> part.markdown() != null)) {
            return null;
        }
        var joined = new StringBuilder();
        for (TextPage part : text) {
            String source = part.markdown() == null ? part.text() : part.markdown();
            joined.append(markdown.render(source, "p" + part.number()).value());
        }
        return joined.toString();
    }

    private static Filled curated(ResourcePage page) {
        var fields = new LinkedHashMap<String, String>();
        if (page.resource().official()) {
            fields.put("official", "yes");
        }
        LocalDate on = page.resource().reviewOn();
        fields.put("review-on", on == null ? "" : on.toString());
        var successor = page.resource().successor();
        fields.put("successor", successor == null ? "" : successor.path());
        return Filled.with(fields);
    }
}
