package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.forum.DiscussionEdit;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.forum.Posted;
import rounds.kernel.Viewer;

import java.util.List;

/// Whoever is named is told, once.
class MentioningTest {
    private final Neighbourhood site = Neighbourhood.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn cyd;
    private Viewer.SignedIn mod;
    private Posted dizzy;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        cyd = site.member("cyd", valley);
        mod = site.member("mod", valley, "moderator");
        dizzy = site.open(ada, "valley", "Dizzy");
        site.tell();
    }

    @Test
    void aNameInAReplyIsToldOnceAndAnEditTellsOnlyThoseItNamesNow() {
        Posted reply = site.reply(ben, dizzy, null, "Ask @cyd");
        site.tell();
        assertThat(site.told(cyd)).containsExactly("mention ben Dizzy");

        site.edits.edit(ben, reply.postId(), 1, "Do ask @cyd and @mod");
        site.tell();
        site.edits.edit(ben, reply.postId(), 2, "Do ask @cyd and also @mod");
        site.tell();

        assertThat(times(cyd)).isEqualTo(1);
        assertThat(times(mod)).isEqualTo(1);
        assertThat(site.told(mod)).containsExactly("mention ben Dizzy");
    }

    @Test
    void anEditOfAnOldPostTellsThoseItNamesNow() {
        Posted reply = site.reply(ben, dizzy, null, "Ask somebody");
        site.tell();
        site.db.run("update post set posted_at = now() - interval '30 days'");

        site.edits.edit(ben, reply.postId(), 1, "Ask @cyd");
        site.tell();

        assertThat(site.told(cyd)).containsExactly("mention ben Dizzy");
    }

    @Test
    void anEditOfAnOldDiscussionTellsThoseItNamesNowAlsoWhereItIsCalledOtherwise() {
        site.db.run("update post set posted_at = now() - interval '30 days'");
        site.db.run("update discussion set opened_at = now() - interval '30 days'");

        site.edits.edit(
                ada,
                dizzy.discussionId(),
                new DiscussionEdit(1, Kind.QUESTION, "Still dizzy", "Ask @cyd", null, null));
        site.tell();

        assertThat(site.told(cyd)).containsExactly("mention ada Still dizzy");
    }

    @Test
    void whoWantsOnlyMentionsHearsThemAndWhoWantsNothingDoesNot() {
        site.watches.community(cyd, "valley", Level.MENTIONS);
        site.watches.discussion(mod, dizzy.discussionId(), Level.NOTHING);
        site.reply(ben, dizzy, null, "Nobody in particular");
        site.reply(ben, dizzy, null, "@cyd and @mod");
        site.tell();

        assertThat(site.told(cyd)).containsExactly("mention ben Dizzy");
        assertThat(site.told(mod)).isEmpty();
    }

    @Test
    void aRoleMeansThoseWhoHoldItThen() {
        site.reply(ben, dizzy, null, "Please look, @moderators");
        site.tell();

        assertThat(site.told(mod)).containsExactly("mention ben Dizzy");
        assertThat(site.told(cyd)).isEmpty();
    }

    @Test
    void aNewDiscussionTellsThoseItNames() {
        site.forum.open(
                ben,
                "valley",
                new NewDiscussion(Kind.QUESTION, "Named", "@cyd?", List.of(), null),
                null);
        site.tell();

        assertThat(site.told(cyd)).containsExactly("mention ben Named");
    }

    @Test
    void aHiddenPostTellsNobodyAndWhoHasLeftIsToldNothing() {
        site.hold();
        Posted hidden = site.reply(ben, dizzy, null, "@cyd");
        site.moderation.hide(mod, hidden.postId(), Reason.RUDE, "Tone");
        site.reply(ben, dizzy, null, "@mod");
        site.remove(mod, valley);
        site.release();
        site.tell();

        assertThat(site.told(cyd)).isEmpty();
        assertThat(times(mod)).isZero();
    }

    @Test
    void nobodyIsToldThatSheNamedHerself() {
        site.reply(ben, dizzy, null, "I, @ben");
        site.tell();

        assertThat(times(ben)).isZero();
    }

    private long times(Viewer.SignedIn person) {
        return site.db.count(
                "select count(*) from notification where person_id = " + person.personId());
    }
}
