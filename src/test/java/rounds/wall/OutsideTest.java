package rounds.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.identity.AccessTokens;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.search.Reindex;
import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The same oracle as for the wall itself, asked from outside: through the API and through search.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideTest {
    private static final boolean LONG = Boolean.getBoolean("rounds.long");
    private static final int PEOPLE = LONG ? 200 : 12;

    private static final Pattern TITLE = Pattern.compile("Title ([0-9]+) about");
    private static final List<String> LISTS =
            List.of(
                    "/",
                    "/latest",
                    "/unread",
                    "/followed",
                    "/unanswered",
                    "/notifications",
                    "/saved",
                    "/shared",
                    "/drafts",
                    "/notes",
                    "/settings/notes",
                    "/search?q=kept");

    private final Site site = Site.running();
    private final World world =
            LONG ? new World(60, 300, 2_000, 4, 7) : new World(15, 40, 250, 4, 7);
    private final Oracle oracle =
            new Oracle(
                    world,
                    Path.of(
                            System.getProperty("rounds.project", ""),
                            "src/main/resources/permissions.csv"));

    @BeforeAll
    void write() throws Exception {
        site.db().empty();
        try (Connection owner = site.db().asOwner()) {
            Writer.write(world, owner);
        }
        // A word that no index of another test knows: this one answers when it is found.
        site.db().run("update discussion set title = title || ' kestrel'");
        Reindex reindex = site.bean(Reindex.class);
        reindex.ask();
        reindex.await();
        awaitPublicPosts();
    }

    /// One that was being built before may answer first, and know some of the new titles.
    private void awaitPublicPosts() throws InterruptedException {
        long all = world.posts.stream().filter(post -> mayFind(0, post)).count();
        long found = -1;
        for (int tries = 0; tries < 300; tries++) {
            found = api(0).get("/api/v1/search?q=kestrel").body().get("total").asLong();
            if (found == all) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The index did not come: " + found + " of " + all);
    }

    @Test
    void everyPersonReadsThroughTheApiWhatThePolicySays() {
        var wrong = new ArrayList<String>();
        for (long person : asked()) {
            Api api = api(person);
            for (World.Discussion discussion : world.discussions) {
                int status = api.get("/api/v1/discussions/" + Ids.text(discussion.id())).status();
                if ((status == 200) != oracle.mayRead(person, discussion)) {
                    wrong.add(person + " gets " + status + " for " + discussion);
                }
            }
            for (World.Post post : world.posts) {
                int status = api.get("/api/v1/posts/" + Ids.text(post.id())).status();
                if ((status == 200) != oracle.mayRead(person, post)) {
                    wrong.add(person + " gets " + status + " for " + post);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPersonFindsWhatThePolicySaysAndTheTotalIsTheSumOfThePages() {
        var wrong = new ArrayList<String>();
        for (long person : asked()) {
            Set<String> found = find(api(person));
            for (World.Post post : world.posts) {
                boolean finds =
                        found.contains(
                                Ids.text(post.number() == 1 ? post.discussion().id() : post.id()));
                if (finds != mayFind(person, post)) {
                    wrong.add(person + (finds ? " finds " : " does not find ") + post);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Whose words stand where somebody looks at her own lists and at the members of a community:
    /// hers, and those she may read; and titles only of what she may read or is told of at a door.
    @Test
    void everyPersonFindsInHerListsWhatIsHersAndNothingElse() {
        var wrong = new ArrayList<String>();
        for (long person : asked()) {
            Visit visit = visit(person);
            for (String list : LISTS) {
                String page = visit.get(list).body();
                for (World.Kept row : world.kept) {
                    boolean shown =
                            page.contains("kept-" + row.person() + "-" + row.post().id() + ".");
                    boolean may =
                            list.equals("/saved") || list.equals("/api/v1/saved")
                                    ? oracle.mayFindKept(person, row)
                                            && oracle.mayRead(person, row.post())
                                    : row.person() == person;
                    if (shown && !may) {
                        wrong.add(person + " is shown in " + list + " " + row);
                    }
                }
                wrong.addAll(titles(person, list, page));
            }
            for (World.Community community : world.communities) {
                String page = visit.get("/c/" + community.slug() + "/members").body();
                for (World.Introduction row : world.introductions) {
                    boolean shown =
                            page.contains("said-" + row.community() + "-" + row.person() + ".");
                    if (shown
                            && (row.community() != community.id() || !oracle.maySee(person, row))) {
                        wrong.add(person + " is shown " + row);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPersonIsGivenAllThatSheKept() {
        var wrong = new ArrayList<String>();
        int kept = 0;
        for (long person : asked()) {
            String saved = all(api(person), "/api/v1/saved");
            String drafts = all(api(person), "/api/v1/drafts");
            for (World.Kept row : world.kept) {
                String words = "kept-" + row.person() + "-" + row.post().id() + ".";
                boolean may = oracle.mayFindKept(person, row) && oracle.mayRead(person, row.post());
                if (saved.contains(words) != may) {
                    wrong.add(person + (may ? " misses saved " : " is shown saved ") + row);
                }
                if (drafts.contains(words) != (row.person() == person)) {
                    wrong.add(person + " finds the wrong drafts: " + row);
                }
                kept += may ? 1 : 0;
            }
        }
        assertThat(kept).isGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    private List<String> titles(long person, String list, String page) {
        return TITLE.matcher(page)
                .results()
                .map(hit -> Long.parseLong(hit.group(1)))
                .distinct()
                .map(id ->
                        world.discussions.stream()
                                .filter(discussion -> discussion.id() == id)
                                .findFirst()
                                .orElseThrow())
                .filter(discussion ->
                        !oracle.mayRead(person, discussion)
                                && !oracle.mayKnowOf(person, discussion))
                .map(discussion -> person + " reads in " + list + " the title of " + discussion)
                .toList();
    }

    /// All pages of a list, as they came.
    private static String all(Api api, String path) {
        var pages = new StringBuilder();
        for (String next = path + "?limit=100"; next != null; ) {
            JsonNode page = api.get(next).body();
            pages.append(page);
            next =
                    page.hasNonNull("next")
                            ? path
                                    + "?limit=100&after="
                                    + URLEncoder.encode(
                                            page.get("next").asText(), StandardCharsets.UTF_8)
                            : null;
        }
        return pages.toString();
    }

    /// What was deleted is found by moderators only, not even by who wrote it; the rest by all who
    /// may read it.
    private boolean mayFind(long person, World.Post post) {
        boolean deleted =
                post.state().equals("deleted") || post.discussion().state().equals("deleted");
        boolean moderates =
                world.roles(person, post.discussion().community().id()).stream()
                        .anyMatch(role -> role.equals("moderator") || role.equals("chair"));
        boolean reads =
                post.number() == 1
                        ? oracle.mayRead(person, post.discussion())
                        : oracle.mayRead(person, post);
        return reads && (!deleted || moderates);
    }

    private static Set<String> find(Api api) {
        var found = new HashSet<String>();
        var pages = new ArrayList<String>();
        String path = "/api/v1/search?q=breathing&limit=100";
        long total = -1;
        String next = path;
        while (next != null) {
            JsonNode page = api.get(next).body();
            page.get("items").forEach(hit -> found.add(hit.get("id").asText()));
            total = page.get("total").asLong();
            pages.add(page.get("items").size() + " of " + total);
            next =
                    page.hasNonNull("next")
                            ? path
                                    + "&cursor="
                                    + URLEncoder.encode(
                                            page.get("next").asText(), StandardCharsets.UTF_8)
                            : null;
        }
        assertThat((long) found.size())
                .as("the total is the sum of the pages %s", pages)
                .isEqualTo(total);
        return found;
    }

    private List<Long> asked() {
        var asked = new ArrayList<>(world.people.subList(0, PEOPLE));
        asked.add(0L);
        return asked;
    }

    private Visit visit(long person) {
        return person == 0
                ? site.visitor()
                : site.as(site.again(new Somebody(person, "person-" + person, "", "", 0, "", "")));
    }

    private Api api(long person) {
        var api = new Api(site.address("").toString());
        return person == 0
                ? api
                : api.as(site.bean(AccessTokens.class).of(new Viewer.SignedIn(person, person, 1)));
    }
}
