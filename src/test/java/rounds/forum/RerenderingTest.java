package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Posts as they lie there when the renderer has a new version.
class RerenderingTest {
    private static final String ALL_BUT_HTML =
            """
            select id, body, language, state, revision, posted_at, edited_at, path,
                   (select count(*) from change_log), (select count(*) from post_revision)
            from post
            order by id
            """;

    private final ForumSite site = ForumSite.emptied();
    private final Rerendering rerendering = site.db.site().get(Rerendering.class);
    private Viewer.SignedIn ada;
    private Posted opened;

    @BeforeEach
    void postsOfAnOlderRenderer() {
        long valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        opened = site.open(ada, "valley", "Dizzy in the morning");
        Posted edited = site.reply(ada, opened.discussionId(), null, "Measure it.");
        site.edits.edit(ada, edited.postId(), 1, "Measure it **standing**.");
        for (int number = 3; number <= 130; number++) {
            site.reply(ada, opened.discussionId(), null, "Word *number* " + number);
        }
    }

    @Test
    void theyAreRenderedAnewAndNothingElseChanges() throws InterruptedException {
        List<String> html = site.db.rows("select html from post order by id");
        makeOlder("true");
        List<String> before = site.db.rows(ALL_BUT_HTML);

        assertThat(rerendering.waiting()).isEqualTo(130);
        assertThat(rerendering.all()).isEqualTo(130);

        assertThat(site.db.rows("select html from post order by id")).isEqualTo(html);
        assertThat(site.db.rows(ALL_BUT_HTML)).isEqualTo(before);
        assertThat(site.db.rows("select distinct html_version from post"))
                .containsExactly(String.valueOf(Markdown.VERSION));
        assertThat(rerendering.waiting()).isZero();
        assertThat(rerendering.all()).isZero();
    }

    @Test
    void whatWasLeftAtAStopIsDoneByTheNext() throws InterruptedException {
        makeOlder("number > 100");

        assertThat(rerendering.all()).isEqualTo(30);
        assertThat(site.db.count("select count(*) from post where html = 'old'")).isZero();
    }

    @Test
    void aTextThatIsRefusedTodayIsShownAsItWasWritten() throws InterruptedException {
        site.db.run("update post set body = repeat('> ', 20000) || 'deep' where number = 5");
        makeOlder("number = 5");

        assertThat(rerendering.all()).isEqualTo(1);
        assertThat(site.db.rows("select html from post where number = 5").getFirst())
                .startsWith("<p>&gt; &gt; ")
                .contains("deep");
    }

    @Test
    void severalNodesAtOnceAndPeopleWhoEditDoEachOtherNoHarm() throws Exception {
        makeOlder("true");
        long newest = site.db.count("select id from post where number = 130");
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Future<Integer>>();
            for (int node = 0; node < 3; node++) {
                runs.add(nodes.submit(rerendering::all));
            }
            site.edits.edit(ada, newest, 1, "Edited **meanwhile**.");
            for (Future<Integer> run : runs) {
                run.get();
            }
        }

        // One that was passed over for the edit has the edit's HTML.
        assertThat(rerendering.waiting()).isZero();
        assertThat(site.post(ada, newest).html()).contains("<strong>meanwhile</strong>");
        assertThat(site.db.count("select count(*) from post where html = 'old'")).isZero();
    }

    @Test
    void whatIsEditedMeanwhileKeepsTheLinksOfItsNewWords() {
        Posted old = site.open(ada, "valley", "Old");
        Posted other = site.open(ada, "valley", "Other");
        Posted reply = site.reply(ada, opened.discussionId(), null, "See " + address(old));
        makeOlder("id = " + reply.postId());
        List<OlderHtmlRow> batch = rerendering.after(0, 0);

        site.edits.edit(ada, reply.postId(), 1, "See rather " + address(other));

        assertThat(rerendering.renew(batch)).isZero();
        assertThat(site.db.rows("select target_id from link"))
                .containsExactly(String.valueOf(other.discussionId()));
    }

    private String address(Posted posted) {
        return site.baseUrl() + "/d/" + Ids.text(posted.discussionId());
    }

    private void makeOlder(String which) {
        site.db.run(
                "update post set html = 'old', html_version = %d where %s"
                        .formatted(Markdown.VERSION - 1, which));
    }
}
