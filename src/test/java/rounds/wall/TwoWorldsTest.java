package rounds.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import rounds.platform.database.Ids;
import rounds.platform.markdown.Markdown;
import rounds.search.Reindex;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one may not know of changes no byte of any answer: the site answers a viewer as a site
/// without all of it would, whatever she asks. Knows nothing of what could leak, or how.
class TwoWorldsTest {
    private static final boolean LONG = Boolean.getBoolean("rounds.long");
    private static final int DISCUSSIONS = LONG ? 600 : 60;
    private static final int ASKED = LONG ? 300 : 30;

    /// Another address is one line here. `{c}` stands for each community, `{d}` for a discussion,
    /// `{l}` for a collection, `{s}` for a case story, `{t}` for a focus topic, `{p}` for a post,
    /// `{u}` for a person: those there are and those hidden from the viewer.
    private static final List<String> REQUESTS =
            List.of(
                    "/",
                    "/communities",
                    "/communities?q=community",
                    "/latest",
                    "/unread",
                    "/followed",
                    "/unanswered",
                    "/notifications",
                    "/saved",
                    "/drafts",
                    "/notes",
                    "/notes/new",
                    "/settings/notes",
                    "/search?q=breathing",
                    "/search?q=title",
                    "/search?q=brething",
                    "/search?q=breathing&kind=question",
                    "/search?q=breathing&type=post&order=newest",
                    "/search?q=breathing&order=helpful",
                    "/search?q=breathing&why=yes",
                    "/search?q=brea*",
                    "/search?q=breathing+OR+title",
                    "/search?q=breathing+-(tit*+OR+words)",
                    "/search?q=breathing+is:answered",
                    "/search?q=breathing+is:unanswered",
                    "/search?q=breathing+is:open",
                    "/search?q=breathing+is:unread",
                    "/search?q=htn+OR+breathing",
                    "/search/hits.csv?q=breathing",
                    "/search/hits.ris?q=breathing",
                    "/search/suggest?q=ti",
                    "/search/suggest?q=tit",
                    "/search/suggest?q=ttle",
                    "/search/suggest?q=short",
                    "/search/suggest?q=shrot",
                    "/search/suggest?q=fb1",
                    "/search/suggest?q=breath",
                    "/search/suggest?q=person",
                    "/search/suggest?q=perzon",
                    "/search/suggest?q=community",
                    "/search/suggest?q=comunity",
                    "/search/suggest?q=tag",
                    "/search/suggest?q=tag:",
                    "/search/suggest?q=by:",
                    "/search/suggest?q=in:com",
                    "/search/suggest?q=by:perzon",
                    "/search/suggest?q=person+short",
                    "/search/suggest?lang=fr",
                    "/search/people",
                    "/search/people?q=person",
                    "/search/people?q=perzon",
                    "/search/people?q=person+zzzz",
                    "/search/recent",
                    "/search?q=person",
                    "/tags/none",
                    "/sitemap.xml",
                    "/robots.txt",
                    "/feeds/latest.atom",
                    "/settings",
                    "/api/v1/me",
                    "/api/v1/communities",
                    "/api/v1/notifications",
                    "/api/v1/saved",
                    "/api/v1/drafts",
                    "/api/v1/followed",
                    "/api/v1/notes",
                    "/api/v1/unread",
                    "/api/v1/search?q=breathing&limit=50",
                    "/api/v1/search?q=words",
                    "/api/v1/search/counts?q=breathing",
                    "/api/v1/search/counts?q=words&type=post",
                    "/api/v1/search/suggestions?q=title",
                    "/api/v1/search/suggestions?q=person",
                    "/api/v1/search/suggestions?q=perzon",
                    "/api/v1/search/people?q=person&limit=5",
                    "/c/{c}",
                    "/c/{c}/charter",
                    "/c/{c}/discussions",
                    "/c/{c}/discussions/new",
                    "/c/{c}/members",
                    "/c/{c}/library",
                    "/c/{c}/library?order=newest",
                    "/c/{c}/library/collections",
                    "/api/v1/communities/{c}/resources",
                    "/api/v1/communities/{c}/collections",
                    "/c/{c}/library/collections/{l}",
                    "/api/v1/collections/{l}/resources",
                    "/c/{c}/start",
                    "/c/{c}/glossary",
                    "/c/{c}/glossary?find=breathing",
                    "/c/{c}/glossary/words",
                    "/api/v1/communities/{c}/terms",
                    "/c/{c}/cases",
                    "/cases/{s}-short-of-breathing",
                    "/api/v1/cases",
                    "/api/v1/communities/{c}/cases",
                    "/api/v1/communities/{c}/cases?condition=asthma",
                    "/api/v1/cases/{s}",
                    "/api/v1/cases/{s}/after",
                    "/api/v1/cases/{s}/authority",
                    "/c/{c}/focus",
                    "/focus/{t}-short-of-breath",
                    "/focus/{t}/versions",
                    "/focus/{t}/suggestions",
                    "/focus/{t}/write",
                    "/focus/{t}/sources",
                    "/focus/{t}/reading",
                    "/focus/{t}/shelf",
                    "/focus/{t}/agreement",
                    "/focus/{t}/history",
                    "/api/v1/topics/{t}",
                    "/api/v1/topics/{t}/shelf",
                    "/api/v1/topics/{t}/questions",
                    "/c/{c}/introduction",
                    "/c/{c}/catch-up",
                    "/c/{c}/unanswered",
                    "/c/{c}/tags",
                    "/c/{c}/moderation",
                    "/c/{c}/log",
                    "/c/{c}/requests",
                    "/c/{c}/helped",
                    "/helped",
                    "/drafts",
                    "/api/v1/helped",
                    "/api/v1/communities/{c}/planned",
                    "/api/v1/posts/{p}/poll",
                    "/api/v1/posts/{p}/ballots",
                    "/p/{p}/ballots",
                    "/c/{c}/join",
                    "/c/{c}/settings",
                    "/feeds/c/{c}.atom",
                    "/search?q=breathing&community={c}",
                    "/api/v1/communities/{c}",
                    "/api/v1/communities/{c}/discussions",
                    "/api/v1/resources/{r}",
                    "/api/v1/resources/{r}/versions",
                    "/api/v1/resources/{r}/pages?version=3",
                    "/r/{r}/v/3",
                    "/r/{r}/v/3/check",
                    "/d/{d}",
                    "/d/{d}?view=time",
                    "/d/{d}/reply",
                    "/d/{d}/map",
                    "/d/{d}/related",
                    "/d/{d}/edit",
                    "/api/v1/discussions/{d}",
                    "/api/v1/discussions/{d}/posts",
                    "/api/v1/discussions/{d}/watch",
                    "/api/v1/discussions/{d}/place",
                    "/notes/{d}/people",
                    "/p/{p}",
                    "/p/{p}/edit",
                    "/p/{p}/revisions",
                    "/p/{p}/report",
                    "/p/{p}/mentions",
                    "/p/{p}/roles/moderator",
                    "/api/v1/posts/{p}/mentions",
                    "/api/v1/posts/{p}",
                    "/u/{u}",
                    "/u/{u}/contributions",
                    "/api/v1/people/{u}/contributions");

    private final Site site = Site.running();
    private final World all = new World(9, 16, DISCUSSIONS, 3, 23).withEvenMarks();
    private final Oracle oracle =
            new Oracle(
                    all,
                    Path.of(
                            System.getProperty("rounds.project", ""),
                            "src/main/resources/permissions.csv"));
    private int worlds;

    @Test
    void theSiteAnswersAsIfWhatOneMayNotKnowWereNotThere() throws Exception {
        all.withKeptThatIsRead(oracle);
        Map<String, Long> viewers = viewers();
        build(all, List.of());
        var first = new LinkedHashMap<String, Map<String, String>>();
        for (var viewer : viewers.entrySet()) {
            first.put(viewer.getKey(), answers(viewer.getValue()));
        }
        var different = new ArrayList<String>();
        int compared = 0;
        for (var viewer : viewers.entrySet()) {
            World rest = all.seenBy(viewer.getValue(), oracle);
            assertThat(rest.posts.size()).as("hidden from " + viewer).isLessThan(all.posts.size());
            build(rest, unheld(rest, viewer.getValue()));
            Map<String, String> second = answers(viewer.getValue());
            for (var answer : first.get(viewer.getKey()).entrySet()) {
                compared++;
                String other = second.get(answer.getKey());
                if (!answer.getValue().equals(other)) {
                    different.add(
                            viewer.getKey()
                                    + " "
                                    + answer.getKey()
                                    + "\n"
                                    + where(answer.getValue(), other));
                }
            }
        }
        System.out.printf(
                "two worlds: %d viewers, %d answers compared, %d differ%n",
                viewers.size(), compared, different.size());
        assertThat(different).isEmpty();
    }

    /// One of each kind, by what she is where; 0 is a visitor.
    private Map<String, Long> viewers() {
        var viewers = new TreeMap<String, Long>();
        viewers.put("visitor", 0L);
        for (String role : World.ROLES) {
            pick(roles -> roles.contains(role)).ifPresent(person -> viewers.put(role, person));
        }
        pick(roles -> roles.equals(Set.of("member")))
                .ifPresent(person -> viewers.put("member", person));
        all.memberships.stream()
                .filter(World.Membership::ended)
                .map(World.Membership::person)
                .findFirst()
                .ifPresent(person -> viewers.put("former member", person));
        viewers.put("reader of a guest community", reader());
        assertThat(viewers).hasSizeGreaterThan(5);
        return viewers;
    }

    /// Somebody to whose community a topic is shown, and who may not know where it comes from.
    private long reader() {
        return all.people.stream()
                .filter(person ->
                        all.topics.stream()
                                .anyMatch(topic ->
                                        topic.accepted()
                                                && oracle.mayRead(person, topic)
                                                && !oracle.maySee(person, topic.community())))
                .findFirst()
                .orElseThrow();
    }

    private java.util.Optional<Long> pick(Predicate<Set<String>> roles) {
        return all.people.stream()
                .filter(person ->
                        all.communities.stream()
                                .anyMatch(here -> roles.test(all.roles(person, here.id()))))
                .findFirst();
    }

    /// The versions that are held back from that person.
    private List<Long> unheld(World rest, long person) {
        return rest.discussions.stream()
                .filter(one ->
                        !oracle.mayDecide(person, one.community(), Writer.proposer(rest, one))
                                && !oracle.mayDecide(person, one.community(), one.author()))
                .map(one -> Writer.HELD + one.id())
                .toList();
    }

    /// Writes it, with times and counters that follow from the rows, and waits for its index.
    ///
    /// @param without ids of versions
    private void build(World world, List<Long> without) throws Exception {
        site.db().empty();
        try (Connection owner = site.db().asOwner()) {
            Writer.write(world, owner);
        }
        site.db()
                .run(
                        "delete from resource_version where id = any ('{%s}')"
                                .formatted(
                                        without.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(","))));
        String sign = "sign%04d".formatted(++worlds);
        site.db()
                .run(
                        """
                        update person set created_at = '2026-01-01';
                        update session set started_at = '2026-01-01', last_seen_at = '2026-01-01', expires_at = '2099-01-01';
                        update account set confirmed_at = '2026-01-01', created_at = '2026-01-01';
                        update community set created_at = '2026-01-01';
                        update membership set from_at = timestamptz '2026-01-01' + id * interval '1 minute', until_at = case when until_at is not null then timestamptz '2026-02-01' end;
                        update access set since = '2026-01-01';
                        insert into community (id, slug, name, visibility, created_at) values (1, 'signs', 'Signs', 'public', '2026-01-01');
                        insert into discussion (id, community_id, kind, title, language, visibility, state, opened_by, opened_at, last_at, last_number, posts)
                        values (1, 1, 'question', '%s', 'en', 'public', 'visible', 10000, now(), now(), 1, 1);
                        insert into post (id, discussion_id, community_id, number, path, depth, author_id, body, html, html_version, language, visibility, state, posted_at)
                        values (1, 1, 1, 1, '0000001', 0, 10000, 'Sign', '<p>Sign</p>', %d, 'en', 'public', 'visible', now());
                        update post set posted_at = timestamptz '2026-03-01' + (id %% 100000) * interval '1 minute';
                        update discussion d set opened_at = p.posted_at from post p where p.discussion_id = d.id and p.number = 1;
                        update discussion d set posts = c.posts, gone = c.gone, last_at = coalesce(c.last_at, opened_at), last_by = coalesce(c.last_by, opened_by)
                          from (select discussion_id,
                                       count(*) filter (where state = 'visible') as posts,
                                       count(*) filter (where state in ('hidden', 'deleted')) as gone,
                                       max(posted_at) filter (where state = 'visible') as last_at,
                                       (array_agg(author_id order by posted_at desc) filter (where state = 'visible'))[1] as last_by
                                  from post group by 1) c
                         where c.discussion_id = d.id;
                        """
                                .formatted(sign, Markdown.VERSION));
        Reindex reindex = site.bean(Reindex.class);
        reindex.ask();
        reindex.await();
        for (int tries = 0; tries < 600; tries++) {
            var found = site.api().get("/api/v1/search?q=" + sign).body();
            if (found.path("total").asLong() == 1) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("The index of this world did not come.");
    }

    private Map<String, String> answers(long person) {
        var answers = new LinkedHashMap<String, String>();
        Visit browser =
                person == 0
                        ? site.visitor()
                        : site.as(
                                site.again(
                                        new Somebody(
                                                person, "person-" + person, "", "", 0, "", "")));
        browser.cookie("visit", "a-visit-of-the-test");
        Visit program = site.visitor().header("Accept", "application/json");
        browser.cookies().forEach(program::cookie);
        if (person != 0) {
            program.header("Authorization", "Bearer " + browser.cookies().get("s"));
        }
        for (String request : REQUESTS) {
            for (String path : addresses(request)) {
                answers.put(path, plain((path.startsWith("/api/") ? program : browser).get(path)));
            }
        }
        return answers;
    }

    private List<String> addresses(String request) {
        if (request.contains("{l}")) {
            return all.collections.stream()
                    .map(one ->
                            request.replace("{c}", one.community().slug())
                                    .replace("{l}", Ids.text(one.id())))
                    .toList();
        }
        if (request.contains("{s}")) {
            return all.stories.stream()
                    .limit(ASKED)
                    .map(one -> request.replace("{s}", Ids.text(one.id())))
                    .toList();
        }
        if (request.contains("{t}")) {
            return all.topics.stream()
                    .limit(ASKED)
                    .map(one -> request.replace("{t}", Ids.text(one.id())))
                    .toList();
        }
        if (request.contains("{c}")) {
            return all.communities.stream()
                    .map(community -> request.replace("{c}", community.slug()))
                    .toList();
        }
        if (request.contains("{r}")) {
            return all.discussions.stream()
                    .limit(ASKED)
                    .map(one -> request.replace("{r}", Ids.text(Writer.RESOURCES + one.id())))
                    .toList();
        }
        if (request.contains("{d}")) {
            return Stream.concat(
                            all.discussions.stream().limit(ASKED),
                            all.discussions.stream().filter(d -> d.community().conversation()))
                    .map(discussion -> request.replace("{d}", Ids.text(discussion.id())))
                    .toList();
        }
        if (request.contains("{p}")) {
            return Stream.concat(
                            all.posts.stream().limit(ASKED),
                            all.posts.stream()
                                    .filter(post -> post.discussion().community().conversation()))
                    .map(post -> request.replace("{p}", Ids.text(post.id())))
                    .toList();
        }
        if (request.contains("{u}")) {
            return all.people.stream()
                    .map(person -> request.replace("{u}", "person-" + person))
                    .toList();
        }
        return List.of(request);
    }

    /// Status, headers and body without what is new in every answer.
    private static String plain(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet()
                .removeIf(name ->
                        name.equalsIgnoreCase("date")
                                || name.equalsIgnoreCase("etag")
                                || name.equalsIgnoreCase("content-length"));
        return (answer.statusCode() + " " + headers + "\n" + answer.body())
                .replaceAll("(name=\"csrf\" value=)\"[^\"]*\"", "$1")
                .replaceAll("(name=\"submission\" value=)\"[^\"]*\"", "$1")
                .replaceAll("(name=\"draft-place\" value=\"(?:new\\.\\w+|note))\\.[^\"]*\"", "$1")
                .replaceAll("(data-of=\"  new\\.\\w+)\\.[^\"]*\"", "$1")
                .replaceAll("visit=[^;]*", "visit=")
                // Until when all is marked as read, and since when somebody who never said so is up
                // to date.
                .replaceAll("(name=\"until\" value=)\"[^\"]*\"", "$1")
                .replaceAll("(Since you were up to date: )<time [^>]*>[^<]*", "$1")
                .replaceAll("nonce-[\\w+/=-]+", "nonce")
                .replaceAll("sign\\d{4}", "sign")
                // The sessions of this person, of which the test made one for each time it asked.
                .replaceAll("/settings/sessions/\\w+", "/settings/sessions/it");
    }

    private static String where(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "  with:    " + part(one, at) + "\n  without: " + part(other, at);
    }

    private static String part(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 120))
                .replace('\n', ' ');
    }
}
