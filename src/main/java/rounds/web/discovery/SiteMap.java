package rounds.web.discovery;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.cases.PublicStories;
import rounds.community.Directory;
import rounds.forum.PublicDiscussions;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.PublicTopics;
import rounds.web.Signboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Every public page, for search engines: an index, and parts that are read as a visitor when they
/// are asked for. Only where parts begin is kept for a while: an id, never a title, so that what is
/// no longer public is gone from the next answer.
@Singleton
class SiteMap {
    /// The format allows 50,000; a smaller part is read at once.
    static final int PART = 10_000;

    private static final int MOST_COMMUNITIES = 10_000;
    private static final int PAGE = 100;
    private static final Duration KEPT = Duration.ofHours(1);

    /// What the names of parts with case stories begin with.
    private static final String CASES = "cases-";

    /// The same of focus topics.
    private static final String TOPICS = "focus-";

    private final PublicDiscussions discussions;
    private final PublicStories stories;
    private final PublicTopics topics;
    private final Directory directory;
    private final Clock clock;
    private final String site;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    private record Kept(List<String> parts, Instant at) {}

    SiteMap(
            PublicDiscussions discussions,
            PublicStories stories,
            PublicTopics topics,
            Directory directory,
            Clock clock,
            Signboard site) {
        this.discussions = discussions;
        this.stories = stories;
        this.topics = topics;
        this.directory = directory;
        this.clock = clock;
        this.site = site.baseUrl();
    }

    String index() {
        var xml = new StringBuilder(1_000);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        part(xml, "communities");
        for (String name : parts()) {
            part(xml, name);
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    private void part(StringBuilder xml, String name) {
        xml.append("<sitemap><loc>")
                .append(site)
                .append("/sitemaps/")
                .append(name)
                .append(".xml</loc></sitemap>\n");
    }

    private List<String> parts() {
        Kept now = kept.get();
        if (now == null || now.at.plus(KEPT).isBefore(clock.instant())) {
            now =
                    new Kept(
                            Stream.of(
                                            discussions.parts(PART).stream().map(Ids::text),
                                            stories.parts(PART).stream()
                                                    .map(first -> CASES + Ids.text(first)),
                                            topics.parts(PART).stream()
                                                    .map(first -> TOPICS + Ids.text(first)))
                                    .flatMap(parts -> parts)
                                    .toList(),
                            clock.instant());
            kept.set(now);
        }
        return now.parts;
    }

    /// @param name as in the index
    /// @throws ProblemException not found, for another
    String part(String name) {
        var pages = new ArrayList<String>();
        if (name.equals("communities")) {
            communities(pages);
        } else if (name.startsWith(CASES)) {
            stories.from(Ids.parse(name.substring(CASES.length())), PART)
                    .forEach(page -> pages.add(url(page.path(), page.changedAt().toString())));
        } else if (name.startsWith(TOPICS)) {
            topics.from(Ids.parse(name.substring(TOPICS.length())), PART)
                    .forEach(page -> pages.add(url(page.path(), page.changedAt().toString())));
        } else {
            discussions
                    .from(Ids.parse(name), PART)
                    .forEach(page -> pages.add(url(page.path(), page.lastAt().toString())));
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                + String.join("", pages)
                + "</urlset>\n";
    }

    private void communities(List<String> pages) {
        pages.add(url("/", null));
        pages.add(url("/communities", null));
        String after = null;
        do {
            var page = directory.page(Viewer.VISITOR, "", "", after, PAGE);
            page.items().forEach(community -> pages.add(url(community.path(), null)));
            after = page.next();
        } while (after != null && pages.size() < MOST_COMMUNITIES);
    }

    // Paths are made of letters, digits and hyphens: nothing in them needs escaping.
    private String url(String path, @Nullable String changed) {
        return "<url><loc>"
                + site
                + path
                + "</loc>"
                + (changed == null ? "" : "<lastmod>" + changed + "</lastmod>")
                + "</url>\n";
    }
}
