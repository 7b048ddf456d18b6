package rounds.web.library;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.ResourcePage;
import rounds.library.TextPage;
import rounds.library.Version;
import rounds.platform.markdown.Markdown;
import rounds.web.page.Filled;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;

/// Lays out the page of a resource.
@Singleton
class Resources {
    /// Parts of a document without pages that stand on one page of ours.
    private static final int PARTS = 10;

    private final Library library;
    private final Communities communities;
    private final Markdown markdown;
    private final Clock clock;
    private final Pages pages;

    Resources(
            Library library, Communities communities, Markdown markdown, Clock clock, Pages pages) {
        this.library = library;
        this.communities = communities;
        this.markdown = markdown;
        this.clock = clock;
        this.pages = pages;
    }

    /// @param number of a version; null: the one that is read
    /// @param at a page of the document; null: its beginning
    Page show(Viewer viewer, long id, @Nullable Integer number, @Nullable Integer at) {
        return show(viewer, HttpStatus.OK, id, number, at, null);
    }

    /// @param refused the curators' form, to be shown again
    Page show(
            Viewer viewer,
            HttpStatus status,
            long id,
            @Nullable Integer number,
            @Nullable Integer at,
            @Nullable Filled refused) {
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
                            refused == null ? curated(page) : refused);
                });
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
