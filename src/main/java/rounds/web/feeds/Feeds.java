package rounds.web.feeds;

import jakarta.inject.Singleton;

import rounds.cases.CaseFilter;
import rounds.cases.CaseLists;
import rounds.cases.CaseSummary;
import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.DiscussionSummary;
import rounds.forum.Discussions;
import rounds.forum.Filter;
import rounds.forum.Pointers;
import rounds.forum.Post;
import rounds.kernel.Author;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.topics.TopicLists;
import rounds.topics.TopicSummary;
import rounds.web.Signboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes feeds of what their reader may read at this moment.
@Singleton
class Feeds {
    private static final int ENTRIES = 25;

    private final Discussions discussions;
    private final CaseLists stories;
    private final TopicLists topics;
    private final Pointers pointers;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    Feeds(
            Discussions discussions,
            CaseLists stories,
            TopicLists topics,
            Pointers pointers,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.discussions = discussions;
        this.stories = stories;
        this.topics = topics;
        this.pointers = pointers;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// @throws ProblemException not found or forbidden: what the reader may not read has no feed
    Feed of(Viewer reader, FeedAddress address) {
        return transactions.read(
                reader,
                () ->
                        switch (address.of()) {
                            case SITE -> site(reader, address.tag());
                            case COMMUNITY -> community(reader, address.name(), address.tag());
                            case DISCUSSION -> discussion(reader, Ids.parse(address.name()));
                            case PERSON -> person(reader, address.name());
                        });
    }

    private Feed site(Viewer reader, String tag) {
        if (tag.isEmpty()) {
            return feed(
                    reader,
                    "site",
                    site.name(),
                    "/latest",
                    discussions.latest(reader, null, ENTRIES).items(),
                    stories.latest(reader, null, ENTRIES),
                    topics.latest(reader, null, ENTRIES));
        }
        return feed(
                reader,
                "tag:" + tag,
                tag + " – " + site.name(),
                "/tags/" + encoded(tag),
                discussions.tagged(reader, tag, null, ENTRIES).items(),
                stories.latest(reader, tag, ENTRIES),
                topics.latest(reader, tag, ENTRIES));
    }

    private Feed community(Viewer reader, String slug, String tag) {
        Community community = communities.bySlug(reader, slug, Capability.READ);
        var filter = new Filter(null, tag.isEmpty() ? null : tag);
        String list = community.path() + "/discussions";
        return feed(
                reader,
                "c:" + Ids.text(community.id()) + (tag.isEmpty() ? "" : ":" + tag),
                (tag.isEmpty() ? "" : tag + " – ") + community.name(),
                tag.isEmpty() ? list : list + "?tag=" + encoded(tag),
                discussions
                        .inCommunity(reader, community.id(), filter, null, ENTRIES)
                        .items()
                        .stream()
                        .sorted(Comparator.comparing(DiscussionSummary::lastAt).reversed())
                        .limit(ENTRIES)
                        .toList(),
                stories.in(
                                reader,
                                community.id(),
                                new CaseFilter(List.of(), null, null, tag.isEmpty() ? null : tag),
                                null,
                                ENTRIES)
                        .items(),
                topics.underWay(reader, community.id(), tag.isEmpty() ? null : tag, ENTRIES));
    }

    /// A person of whom this reader may read nothing has no feed, as if she were not there.
    private Feed person(Viewer reader, String handle) {
        List<DiscussionSummary> opened =
                discussions.byHandle(reader, handle, null, ENTRIES).items();
        if (opened.isEmpty()) {
            throw ProblemException.notFound();
        }
        Author person = opened.getFirst().openedBy();
        return feed(
                reader,
                "u:" + Ids.text(person.id()),
                person.name(),
                "/u/" + person.handle(),
                opened,
                stories.by(reader, person.id(), null, ENTRIES).items(),
                List.of());
    }

    private Feed feed(
            Viewer reader,
            String id,
            String title,
            String page,
            List<DiscussionSummary> rows,
            List<CaseSummary> told,
            List<TopicSummary> pursued) {
        Map<Long, String> words =
                rows.isEmpty()
                        ? Map.of()
                        : discussions.openingWords(
                                reader, rows.stream().map(DiscussionSummary::id).toList());
        Map<Long, String> stories = told(reader, told);
        List<Feed.Entry> entries =
                Stream.of(
                                rows.stream()
                                        .map(row -> entry(row, words.getOrDefault(row.id(), ""))),
                                told.stream()
                                        .map(row -> entry(row, stories.getOrDefault(row.id(), ""))),
                                pursued.stream().map(Feeds::entry))
                        .flatMap(some -> some)
                        .sorted(Comparator.comparing(Feed.Entry::updated).reversed())
                        .limit(ENTRIES)
                        .toList();
        return new Feed(
                id,
                title,
                page,
                entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated(),
                entries);
    }

    private Map<Long, String> told(Viewer reader, List<CaseSummary> rows) {
        Map<Long, String> words =
                rows.isEmpty()
                        ? Map.of()
                        : stories.told(reader, rows.stream().map(CaseSummary::id).toList());
        Map<String, String> named = pointers.named(reader, words.values(), "en");
        return words.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one -> named.getOrDefault(one.getValue(), one.getValue())));
    }

    private static Feed.Entry entry(TopicSummary row) {
        return new Feed.Entry(
                "focus:" + Ids.text(row.id()),
                row.title(),
                row.path(),
                row.proposer().name(),
                row.language(),
                row.changedAt(),
                row.changedAt(),
                row.tags(),
                "<p>"
                        + row.question()
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                        + "</p>");
    }

    /// Where it is not signed, its author is nobody.
    private static Feed.Entry entry(CaseSummary row, String html) {
        return new Feed.Entry(
                "cases:" + Ids.text(row.id()),
                row.title(),
                row.path(),
                row.author() == null ? "" : row.author().name(),
                row.language(),
                row.at(),
                row.at(),
                row.tags(),
                html);
    }

    private static Feed.Entry entry(DiscussionSummary row, String html) {
        return new Feed.Entry(
                "d:" + Ids.text(row.id()),
                row.title(),
                row.path(),
                row.openedBy().name(),
                row.language(),
                row.openedAt(),
                row.lastAt(),
                row.tags(),
                html);
    }

    private Feed discussion(Viewer reader, long id) {
        DiscussionPage page = discussions.newest(reader, id, ENTRIES);
        Discussion discussion = page.discussion();
        List<Feed.Entry> entries =
                page.posts().reversed().stream()
                        .filter(post -> !post.gone() && post.author() != null)
                        .filter(post -> post.state().code().equals("visible"))
                        .map(post -> entry(discussion, post))
                        .toList();
        return new Feed(
                "d:" + Ids.text(id) + ":posts",
                discussion.title(),
                discussion.path(),
                entries.stream()
                        .map(Feed.Entry::updated)
                        .max(Comparator.naturalOrder())
                        .orElse(discussion.openedAt()),
                entries);
    }

    private static Feed.Entry entry(Discussion discussion, Post post) {
        String author = post.author() == null ? "" : post.author().name();
        return new Feed.Entry(
                "p:" + Ids.text(post.id()),
                post.opening() ? discussion.title() : author + ": " + discussion.title(),
                post.opening()
                        ? discussion.path()
                        : discussion.path() + "?at=" + post.number() + "#" + post.anchor(),
                author,
                post.language(),
                post.postedAt(),
                post.editedAt() == null ? post.postedAt() : post.editedAt(),
                post.opening() ? discussion.tags() : List.of(),
                post.html());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
