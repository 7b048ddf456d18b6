package rounds.web.library;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.forum.Discussions;
import rounds.forum.Pointers;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Viewer;
import rounds.library.CollectionLists;
import rounds.library.FileCheck;
import rounds.library.InPractice;
import rounds.library.Library;
import rounds.library.Practised;
import rounds.library.ResourcePage;
import rounds.library.TextPage;
import rounds.library.Use;
import rounds.library.Version;
import rounds.notifications.Bookmarks;
import rounds.notifications.Watches;
import rounds.platform.markdown.Markdown;
import rounds.search.Inside;
import rounds.topics.Ending;
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
    /// That stand under a resource; the others have a page.
    private static final int DISCUSSIONS = 5;

    /// Passages that are shown with a file that is held back; the others have a page.
    private static final int PASSAGES = 3;

    private final Library library;
    private final FileCheck check;
    private final InPractice inPractice;
    private final Discussions discussions;
    private final Bookmarks bookmarks;
    private final Watches watches;
    private final Similar similar;
    private final CollectionLists collections;
    private final Communities communities;
    private final DocumentSearch search;
    private final Pointers pointers;
    private final Ending ending;
    private final Markdown markdown;
    private final Clock clock;
    private final Pages pages;

    Resources(
            Library library,
            FileCheck check,
            InPractice inPractice,
            Discussions discussions,
            Bookmarks bookmarks,
            Watches watches,
            Similar similar,
            CollectionLists collections,
            Communities communities,
            DocumentSearch search,
            Pointers pointers,
            Ending ending,
            Markdown markdown,
            Clock clock,
            Pages pages) {
        this.library = library;
        this.check = check;
        this.inPractice = inPractice;
        this.discussions = discussions;
        this.bookmarks = bookmarks;
        this.watches = watches;
        this.similar = similar;
        this.collections = collections;
        this.communities = communities;
        this.search = search;
        this.pointers = pointers;
        this.ending = ending;
        this.markdown = markdown;
        this.clock = clock;
        this.pages = pages;
    }

    /// @param number of a version; null: the one that is read
    /// @param at a page of the document; null: its beginning
    /// @param q words to be found in it; empty: none
    Page show(Viewer viewer, long id, @Nullable Integer number, @Nullable Integer at, String q) {
        return show(viewer, HttpStatus.OK, id, number, at, q, null, null);
    }

    /// @param refused the curators' form, to be shown again
    Page again(Viewer viewer, long id, Filled refused) {
        return show(viewer, HttpStatus.UNPROCESSABLE_ENTITY, id, null, null, "", refused, null);
    }

    /// @param refused the form in which somebody says that she used it, to be shown again
    Page practiceAgain(Viewer viewer, HttpStatus status, long id, Filled entered) {
        return show(viewer, status, id, null, null, "", null, entered);
    }

    private Page show(
            Viewer viewer,
            HttpStatus status,
            long id,
            @Nullable Integer number,
            @Nullable Integer at,
            String q,
            @Nullable Filled curated,
            @Nullable Filled practice) {
        Page read = read(viewer, status, id, number, at, q, curated, practice);
        // Looked for outside of the transaction.
        var view = (ResourceView) read.page();
        var found = similar.beside(viewer, ref(id), view.resource().title());
        return read.with(view.with(view.beside().with(found)));
    }

    private Page read(
            Viewer viewer,
            HttpStatus status,
            long id,
            @Nullable Integer number,
            @Nullable Integer at,
            String q,
            @Nullable Filled curated,
            @Nullable Filled practice) {
        return pages.show(
                viewer,
                status,
                "library/resource",
                () -> {
                    ResourcePage page = library.page(viewer, id, number);
                    int first = at == null ? 1 : Math.max(1, at);
                    String question = DocumentSearch.question(q);
                    Inside.Wanted wanted =
                            search.wanted(question, page.resource().details().language());
                    return new ResourceView(
                            communities.byId(viewer, page.resource().communityId()),
                            page,
                            first,
                            at != null,
                            parts(viewer, page, first, wanted),
                            found(viewer, page, question),
                            check.beside(viewer, page, PASSAGES),
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
                watches.followsResource(viewer, id),
                practised,
                practice,
                discussions.leadingTo(viewer, ref(id), null, DISCUSSIONS),
                List.of(),
                ending.resultOf(viewer, ref(id)).orElse(null));
    }

    private static ContentRef ref(long id) {
        return new ContentRef(ContentType.RESOURCE, id);
    }

    private Found found(Viewer viewer, ResourcePage page, String q) {
        boolean readable = page.shown().file() != null && !page.shown().isPicture();
        return q.isEmpty() || !readable
                ? Found.NOTHING_ASKED
                : search.find(
                        viewer,
                        page.resource().id(),
                        page.shown().number(),
                        q,
                        page.resource().details().language());
    }

    /// What can be read of the version here. A text written in place has its own HTML.
    private List<Part> parts(Viewer viewer, ResourcePage page, int first, Inside.Wanted wanted) {
        Version shown = page.shown();
        if (shown.html() != null) {
            String html = named(viewer, shown.html().value(), page.resource().details().language());
            return List.of(new Part(1, "", marked(html, wanted), wanted.marked("")));
        }
        return shown.file() == null || shown.isPicture()
                ? List.of()
                : library
                        .text(
                                viewer,
                                page.resource().id(),
                                shown.number(),
                                first,
                                ResourceView.step(shown))
                        .stream()
                        .map(text -> part(text, wanted))
                        .toList();
    }

    /// With what it leads to called as its reader may know it.
    private String named(Viewer viewer, String html, String language) {
        return pointers.named(viewer, List.of(html), language).getOrDefault(html, html);
    }

    private Part part(TextPage page, Inside.Wanted wanted) {
        String source = page.markdown();
        return new Part(
                page.number(),
                page.heading(),
                source == null
                        ? null
                        : marked(markdown.show(source, "p" + page.number()).value(), wanted),
                wanted.marked(source == null ? page.text() : ""));
    }

    private static String marked(String html, Inside.Wanted wanted) {
        return wanted.isEmpty() ? html : Marking.marked(html, wanted);
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
