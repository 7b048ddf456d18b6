package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;

import java.util.List;

/// What people have begun and what they follow goes along when posts, discussions and tags move.
class CarryingTest {
    private final ForumSite site = ForumSite.emptied();
    private final Drafts drafts = site.db.site().get(Drafts.class);

    private Viewer.SignedIn ada;
    private Viewer.SignedIn bo;
    private Viewer.SignedIn mod;
    private long valley;
    private Posted opened;

    @BeforeEach
    void aDiscussion() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        bo = site.member("bob", valley);
        mod = site.member("mod", valley, "moderator");
        opened = site.open(ada, "valley", "Dizzy in the morning");
    }

    @Test
    void begunAnswersFollowThePostsThatASplitTakesAway() {
        Posted two = site.reply(bo, opened.discussionId(), null, "Two");
        Posted three = site.reply(ada, opened.discussionId(), two.postId(), "Three");
        begin(ada, answer(opened, two), "To two");
        begin(bo, answer(opened, three), "To three");
        begin(bo, answer(opened, null), "To the opening words");

        Posted made = split(two);

        assertThat(words(ada, answer(made, null))).isEqualTo("To two");
        assertThat(words(bo, answer(made, three))).isEqualTo("To three");
        assertThat(words(bo, answer(opened, null))).isEqualTo("To the opening words");
        assertThat(drafts.mine(ada).getFirst().discussionTitle()).isEqualTo("Another matter");
    }

    @Test
    void begunAnswersFollowADiscussionThatIsMergedIntoAnother() {
        Posted other = site.open(bo, "valley", "Dizzy as well");
        Posted two = site.reply(ada, other.discussionId(), null, "Two");
        begin(ada, answer(other, null), "To all of it");
        begin(bo, answer(other, two), "To two");

        site.arrangement.merge(mod, other.discussionId(), opened.discussionId());

        assertThat(words(ada, new DraftPlace.Answer(opened.discussionId(), other.postId())))
                .isEqualTo("To all of it");
        assertThat(words(bo, new DraftPlace.Answer(opened.discussionId(), two.postId())))
                .isEqualTo("To two");
    }

    @Test
    void twoDraftsThatComeIntoOnePlaceBothStay() {
        Posted other = site.open(bo, "valley", "Dizzy as well");
        begin(ada, answer(other, null), "To all of it");
        begin(ada, answer(other, other), "To its first post");

        site.arrangement.merge(mod, other.discussionId(), opened.discussionId());

        assertThat(words(ada, new DraftPlace.Answer(opened.discussionId(), other.postId())))
                .contains("To all of it")
                .contains("To its first post");
        assertThat(drafts.mine(ada)).hasSize(1);
    }

    @Test
    void anEditGoesOnWhereItsPostIsNowAndIsNotTakenForLate() {
        Posted two = site.reply(bo, opened.discussionId(), null, "Two");
        drafts.keep(
                bo,
                new DraftPlace.OfPost(two.postId()),
                new DraftWords("", "", "", "Two, better", "en", 1, null),
                0);

        Posted made = split(two);

        Draft edit = drafts.at(bo, new DraftPlace.OfDiscussion(made.discussionId())).orElseThrow();
        assertThat(edit.words().body()).isEqualTo("Two, better");
        assertThat(edit.words().title()).isEqualTo("Another matter");
        assertThat(site.db.rows("select revision from post where id = " + two.postId()))
                .containsExactly(String.valueOf(edit.words().madeFrom()));

        assertThat(site.arrangement.edited(bo, new DraftPlace.OfPost(two.postId())))
                .contains(new DraftPlace.OfDiscussion(made.discussionId()));

        site.arrangement.merge(mod, made.discussionId(), opened.discussionId());
        assertThat(site.arrangement.edited(bo, new DraftPlace.OfDiscussion(made.discussionId())))
                .contains(new DraftPlace.OfPost(two.postId()));
        assertThat(site.arrangement.edited(bo, new DraftPlace.OfPost(two.postId()))).isEmpty();
        Draft back = drafts.at(bo, new DraftPlace.OfPost(two.postId())).orElseThrow();
        assertThat(back.words().body()).isEqualTo("Two, better");
        assertThat(back.words().title()).isEmpty();
    }

    @Test
    void aDraftGoesAlongToAnotherCommunityAndStaysItsAuthors() {
        long hills = site.community("hills", "private");
        site.role(mod, hills, "member");
        site.role(mod, hills, "moderator");
        begin(bo, answer(opened, null), "My words");

        site.arrangement.move(mod, opened.discussionId(), "hills", "It is about the hills.");

        assertThat(site.db.rows("select community_id from draft"))
                .containsExactly(String.valueOf(hills));
        assertThat(drafts.mine(bo).getFirst().opening()).isEqualTo("My words");
        assertThat(drafts.mine(bo).getFirst().discussionTitle()).isNull();
    }

    @Test
    void whoFollowsATagFollowsTheOneItIsMergedIntoAndTheStrongerWishHolds() {
        follow(ada, "htn", "every");
        follow(ada, "hypertension", "mentions");
        follow(bo, "htn", "nothing");
        follow(mod, "htn", "replies");
        follow(mod, "hypertension", "every");

        site.tagging.merge(mod, "valley", "htn", "hypertension", true);

        assertThat(
                        site.db.rows(
                                "select p.handle, w.tag, w.level from watch w join person p on p.id = w.person_id where w.target = 'tag' order by 1"))
                .isEqualTo(
                        List.of(
                                "ada|hypertension|every",
                                "bob|hypertension|nothing",
                                "mod|hypertension|every"));
    }

    @Test
    void idsAreWrittenAsPeopleSeeThem() {
        for (long id : new long[] {0, 1, 31, 32, opened.postId(), Long.MAX_VALUE}) {
            assertThat(site.db.rows("select id_text(" + id + ")"))
                    .containsExactly(rounds.platform.database.Ids.text(id));
        }
    }

    private static DraftPlace answer(
            Posted discussion, @org.jspecify.annotations.Nullable Posted to) {
        return new DraftPlace.Answer(discussion.discussionId(), to == null ? null : to.postId());
    }

    private void begin(Viewer.SignedIn who, DraftPlace place, String words) {
        drafts.keep(who, place, DraftWords.of(words), 0);
    }

    private String words(Viewer.SignedIn who, DraftPlace place) {
        return drafts.at(who, place).orElseThrow().words().body();
    }

    private void follow(Viewer.SignedIn who, String tag, String level) {
        site.db.run(
                "insert into watch (person_id, target, target_id, tag, level) values (%d, 'tag', %d, '%s', '%s')"
                        .formatted(who.personId(), valley, tag, level));
    }

    private Posted split(Posted post) {
        return site.arrangement.split(
                mod,
                opened.discussionId(),
                List.of(post.postId()),
                Kind.QUESTION,
                "Another matter");
    }
}
