package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.forum.ForumSite.problemOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.Statements;

import java.util.List;

/// Naming people and pointing to content.
class PointingTest {
    private final ForumSite site = ForumSite.emptied();
    private long valley;
    private long hills;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn stranger;
    private long thread;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        hills = site.community("hills", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
        stranger = site.member("stranger", hills);
        site.role(ada, hills, "member");
        thread = site.open(ada, "valley", "Dizzy").discussionId();
    }

    @Test
    void aNameLeadsToThePersonByHerId() {
        String html = said(site.reply(ada, thread, null, "Ask @Ben, not @nobody"));

        assertThat(html).contains("href=\"/u/~" + Ids.text(ben.personId()) + "\">&#64;Ben</a>");
        assertThat(html).contains(", not &#64;nobody");
        assertThat(site.db.rows("select name || ' ' || person_id from mention"))
                .containsExactly("ben " + ben.personId());
    }

    @Test
    void whoCannotReadThePlaceIsNotNamedThere() {
        Problem refused = problemOf(() -> site.reply(ada, thread, null, "Ask @stranger and @ben"));

        assertThat(refused).isInstanceOf(Problem.Invalid.class);
        assertThat(((Problem.Invalid) refused).fields().getFirst().why())
                .isEqualTo("forum.mention.outside");
        assertThat(((Problem.Invalid) refused).fields().getFirst().details())
                .containsExactly("Stranger (@stranger)");
        assertThat(
                        problemOf(() ->
                                site.forum.open(
                                        ada,
                                        "valley",
                                        new NewDiscussion(
                                                Kind.QUESTION, "T", "@stranger", List.of(), null),
                                        null)))
                .isInstanceOf(Problem.Invalid.class);
        Posted mine = site.reply(ada, thread, null, "Nobody");
        assertThat(problemOf(() -> site.edits.edit(ada, mine.postId(), 1, "Ask @stranger")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(
                        problemOf(() ->
                                site.edits.edit(
                                        ada,
                                        thread,
                                        new DiscussionEdit(
                                                1, null, null, "@stranger", null, null, null))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void whoHasLeftStaysNamedInWhatIsEditedLater() {
        Posted mine = site.reply(ada, thread, null, "Ask @ben");
        site.db.run("update membership set until_at = now() where person_id = " + ben.personId());

        site.edits.edit(ada, mine.postId(), 1, "Do ask @ben");

        assertThat(site.post(ada, mine.postId()).html()).contains("/u/~");
    }

    @Test
    void everybodyMayBeNamedWhereEverybodyReads() {
        site.community("open", "public");
        site.db.run(
                "insert into membership (id, community_id, person_id, role) select 1, id, %d, 'member' from community where slug = 'open'"
                        .formatted(ada.personId()));
        Posted opened = site.open(ada, "open", "For all");

        assertThat(said(site.reply(ada, opened.discussionId(), null, "@stranger")))
                .contains("/u/~");
    }

    @Test
    void aRoleIsNamedInBothLanguages() {
        Posted en = site.reply(ada, thread, null, "Please look, @moderators");
        Posted fr = site.reply(ada, thread, null, "Voyez, @moderation");

        assertThat(said(en)).contains("/p/" + Ids.text(en.postId()) + "/roles/moderator");
        assertThat(said(fr)).contains("/roles/moderator");
    }

    @Test
    void twentyNamesAreEnough() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            site.member("many" + i, valley);
            all.append("@many").append(i).append(' ');
        }
        assertThat(
                        ((Problem.Invalid)
                                        problemOf(() ->
                                                site.reply(ada, thread, null, all.toString())))
                                .fields()
                                .getFirst()
                                .why())
                .isEqualTo("forum.mention.too-many");
    }

    @Test
    void aLinkShowsItsTitleOnlyToThoseWhoReadWhereItLeads() {
        Posted secret = site.open(stranger, "hills", "Secret & <b>");
        Posted reply =
                site.reply(
                        ada, thread, null, "See [[d:" + Ids.text(secret.discussionId()) + "]] now");

        assertThat(site.post(ada, reply.postId()).html())
                .contains(">Secret &amp; &lt;b&gt;</a> now")
                .contains("href=\"/d/" + Ids.text(secret.discussionId()) + "-secret");
        assertThat(site.post(ben, reply.postId()).html())
                .contains("content you cannot open")
                .doesNotContain("Secret")
                .doesNotContain("secret")
                .doesNotContain("<a");
        assertThat(site.db.rows("select html from post")).noneMatch(it -> it.contains("Secret"));
        assertThat(Statements.of(() -> site.tree(ben, thread, Place.START, 20))).hasSize(3);
    }

    @Test
    void whatLeadsHereIsShownToThoseWhoReadIt() {
        Posted goal = site.open(ada, "hills", "The goal");
        Posted below = site.reply(ada, goal.discussionId(), null, "An answer");
        Posted from =
                site.reply(
                        ada,
                        thread,
                        null,
                        "[[d:%s]] and /p/ by [words](/p/%s)"
                                .formatted(
                                        Ids.text(goal.discussionId()), Ids.text(below.postId())));

        assertThat(referrers(ada, goal)).containsExactly("Dizzy");
        assertThat(referrers(ada, below)).containsExactly("Dizzy");
        assertThat(referrers(stranger, goal)).isEmpty();
        assertThat(Statements.of(() -> site.tree(ada, goal.discussionId(), Place.START, 20)))
                .hasSize(3);
        assertThat(Statements.of(() -> site.tree(stranger, goal.discussionId(), Place.START, 20)))
                .hasSize(3);

        site.moderation.hide(mod, from.postId(), Reason.RUDE, "Tone");
        assertThat(referrers(ada, goal)).isEmpty();
    }

    @Test
    void anEditTakesLinksAndNamesAway() {
        Posted goal = site.open(ada, "hills", "The goal");
        Posted from =
                site.reply(ada, thread, null, "@ben [[d:" + Ids.text(goal.discussionId()) + "]]");
        site.edits.edit(ada, from.postId(), 1, "Nothing");

        assertThat(referrers(ada, goal)).isEmpty();
        assertThat(site.db.rows("select name from mention")).isEmpty();
    }

    @Test
    void anAddressOfThisSiteIsALinkToo() {
        Posted goal = site.open(ada, "hills", "The goal");
        site.reply(
                ada,
                thread,
                null,
                site.baseUrl() + "/d/" + Ids.text(goal.discussionId()) + "-the-goal?at=1#p1");

        assertThat(site.db.rows("select target_type from link")).containsExactly("discussion");
        assertThat(referrers(ada, goal)).containsExactly("Dizzy");
    }

    private String said(Posted posted) {
        return site.post(ada, posted.postId()).html();
    }

    private List<String> referrers(Viewer viewer, Posted posted) {
        return site.post(viewer, posted.postId()).linkedFrom().newest().stream()
                .map(Referrer::title)
                .toList();
    }
}
