package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// What people say about posts without writing one.
class AnsweringTest {
    private final ForumSite site = ForumSite.emptied();
    private final Answering answering = site.db.site().get(Answering.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn bo;
    private Viewer.SignedIn mod;
    private Posted opened;
    private Posted reply;

    @BeforeEach
    void aDiscussion() {
        valley = site.community("valley", "listed");
        ada = site.member("ada", valley);
        bo = site.member("bob", valley);
        mod = site.member("mod", valley, "moderator");
        opened = site.open(ada, "valley", "Dizzy in the morning");
        reply =
                site.reply(
                        bo,
                        opened.discussionId(),
                        null,
                        "We measure standing. Then one medicine at a time.");
    }

    @Test
    void whatPeopleSayIsCountedOnceAndEachSeesHerOwn() {
        say(ada, reply, Reaction.HELPFUL);
        say(ada, reply, Reaction.HELPFUL);
        say(mod, reply, Reaction.HELPFUL);
        say(mod, reply, Reaction.THANKS);

        PostMarks seen = site.post(ada, reply.postId()).marks();
        assertThat(seen.helpful()).isEqualTo(2);
        assertThat(seen.thanks()).isEqualTo(1);
        assertThat(seen.own()).containsExactly(Reaction.HELPFUL);
        PostMarks onPage =
                site.tree(mod, opened.discussionId(), Place.START, 20).posts().get(1).marks();
        assertThat(onPage.own()).containsExactlyInAnyOrder(Reaction.HELPFUL, Reaction.THANKS);
        assertThat(onPage.helpful()).isEqualTo(2);

        answering.takeBack(ada, reply.postId(), Reaction.HELPFUL);
        answering.takeBack(ada, reply.postId(), Reaction.HELPFUL);
        assertThat(site.post(ada, reply.postId()).marks().helpful()).isEqualTo(1);
    }

    @Test
    void sameHereCountsPeopleAndThePlacesTheyNamed() {
        site.community("coast", "public");
        long hidden = site.community("hidden", "private");
        site.role(mod, id("coast"), "member");
        site.role(mod, hidden, "member");
        answering.say(
                bo, opened.postId(), new Saying(Reaction.SAME, null, "", "Hillside Clinic", null));
        answering.say(
                mod,
                opened.postId(),
                new Saying(Reaction.SAME, null, "", "hillside clinic", "coast"));

        PostMarks marks = site.post(ada, opened.postId()).marks();
        assertThat(marks.same()).isEqualTo(2);
        assertThat(marks.places()).as("one clinic, one community").isEqualTo(2);
        assertThat(answering.said(ada, opened.postId(), null, 20).items())
                .extracting(Said::community)
                .containsExactlyInAnyOrder(null, "coast");
        assertThat(
                        ForumSite.problemOf(() ->
                                answering.say(
                                        mod,
                                        opened.postId(),
                                        new Saying(Reaction.SAME, null, "", "", "hidden"))))
                .as("a private community is not named to others")
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void whoTriedItTellsHowItWentAndMayChangeThat() {
        answering.say(
                ada,
                reply.postId(),
                new Saying(Reaction.TRIED, Tried.PARTLY, "Two nurses, no pharmacist", "", null));
        answering.say(
                ada,
                reply.postId(),
                new Saying(Reaction.TRIED, Tried.WORKED, "Two nurses, no pharmacist", "", null));
        answering.say(mod, reply.postId(), new Saying(Reaction.TRIED, Tried.NOT, "", "", null));

        PostMarks marks = site.post(ada, reply.postId()).marks();
        assertThat(List.of(marks.worked(), marks.partly(), marks.didNot()))
                .containsExactly(1, 0, 1);
        assertThat(marks.outcome()).isEqualTo(Tried.WORKED);
        assertThat(answering.said(mod, reply.postId(), null, 20).items())
                .extracting(Said::note)
                .contains("Two nurses, no pharmacist");
    }

    @Test
    void nobodyPraisesHerselfAndNobodyOutsideSaysAnything() {
        Viewer.SignedIn stranger = site.person("eve");

        assertThat(ForumSite.problemOf(() -> say(bo, reply, Reaction.HELPFUL)))
                .isEqualTo(new Problem.Forbidden("answer.own"));
        assertThat(
                        ForumSite.problemOf(() ->
                                answering.say(
                                        bo,
                                        reply.postId(),
                                        new Saying(Reaction.TRIED, Tried.WORKED, "", "", null))))
                .isEqualTo(new Problem.Forbidden("answer.own"));
        assertThat(site.post(bo, reply.postId()).marks().may()).isFalse();
        assertThat(ForumSite.problemOf(() -> say(stranger, reply, Reaction.HELPFUL)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(ForumSite.problemOf(() -> answering.said(stranger, reply.postId(), null, 20)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(site.db.count("select count(*) from reaction")).isZero();
    }

    @Test
    void whatARemovedMemberSaidStaysCountedAndIsNoLongerHersToChange() {
        say(mod, reply, Reaction.HELPFUL);
        site.db.run("update membership set until_at = now() where person_id = " + mod.personId());

        assertThat(site.post(ada, reply.postId()).marks().helpful()).isEqualTo(1);
        assertThat(
                        ForumSite.problemOf(
                                () -> answering.takeBack(mod, reply.postId(), Reaction.HELPFUL)))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void peopleAtTheSameMomentAreAllCounted() throws Exception {
        var people = new ArrayList<Viewer.SignedIn>();
        for (int i = 0; i < 8; i++) {
            people.add(site.member("person" + i, valley));
        }
        var race = new ArrayList<Callable<Boolean>>();
        for (Viewer.SignedIn person : people) {
            for (Reaction reaction :
                    List.of(Reaction.HELPFUL, Reaction.SAME, Reaction.HELPFUL, Reaction.THANKS)) {
                race.add(() -> {
                    say(person, reply, reaction);
                    return true;
                });
            }
        }

        RaceTest.together(race);

        PostMarks marks = site.post(ada, reply.postId()).marks();
        assertThat(List.of(marks.helpful(), marks.same(), marks.thanks())).containsOnly(8);
        assertThat(site.db.count("select count(*) from reaction")).isEqualTo(24);
    }

    @Test
    void whoAskedMarksWhatHelpedWithTheWordsThatDid() {
        answering.markHelped(
                ada, reply.postId(), "one medicine at a time", "The order was our question");

        Discussion discussion = site.discussions.discussion(bo, opened.discussionId());
        Help help = answering.helped(bo, discussion).getFirst();
        assertThat(help.passage()).isEqualTo("one medicine at a time");
        assertThat(help.why()).isEqualTo("The order was our question");
        assertThat(help.author().handle()).isEqualTo("bob");
        assertThat(help.markedBy().handle()).isEqualTo("ada");
        assertThat(discussion.marks().helped()).isEqualTo(1);

        answering.unmarkHelped(mod, reply.postId());
        assertThat(site.discussions.discussion(bo, opened.discussionId()).marks().helped())
                .isZero();
    }

    @Test
    void othersDoNotMarkWhatHelpedAndNotTheQuestionItself() {
        assertThat(ForumSite.problemOf(() -> answering.markHelped(bo, reply.postId(), "", "")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(ForumSite.problemOf(() -> answering.markHelped(ada, opened.postId(), "", "")))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(
                        ForumSite.problemOf(
                                () -> answering.markHelped(ada, reply.postId(), "Never said", "")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aPassageThatThePostNoLongerSaysIsNotShown() {
        // As a phone types what a colleague wrote, with a blank that does not break.
        answering.markHelped(ada, reply.postId(), "one\u00a0medicine at\u202fa time", "");
        answering.markHelped(ada, reply.postId(), "one medicine at a time", "");
        site.edits.edit(bo, reply.postId(), 1, "We measure standing.");

        Discussion discussion = site.discussions.discussion(bo, opened.discussionId());
        assertThat(answering.helped(bo, discussion).getFirst().passage())
                .isEqualTo("We measure standing.");

        site.moderation.hide(mod, reply.postId(), Reason.RUDE, "Tone");
        assertThat(answering.helped(ada, discussion)).isEmpty();
    }

    @Test
    void aChallengeGoesFromOpenToSolvedAndIsFoundSo() {
        site.open(ada, "valley", "Another");
        answering.progress(mod, opened.discussionId(), Progress.TRYING);
        answering.progress(ada, opened.discussionId(), Progress.SOLVED);

        assertThat(site.discussions.discussion(bo, opened.discussionId()).marks().solved())
                .isTrue();
        assertThat(titles(Progress.SOLVED)).containsExactly("Dizzy in the morning");
        assertThat(titles(Progress.OPEN)).containsExactly("Another");
        assertThat(
                        ForumSite.problemOf(() ->
                                answering.progress(bo, opened.discussionId(), Progress.PARKED)))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void theFirstPostOfAPersonInACommunityIsTold() {
        Posted second = site.reply(bo, opened.discussionId(), null, "More");

        assertThat(site.post(ada, reply.postId()).marks().firstHere()).isTrue();
        assertThat(site.post(ada, second.postId()).marks().firstHere()).isFalse();
    }

    @Test
    void theChangeLogTellsOnceWhatChanged() {
        long before = site.db.count("select count(*) from change_log where what = 'marked'");
        say(ada, reply, Reaction.HELPFUL);
        say(ada, reply, Reaction.HELPFUL);

        assertThat(site.db.count("select count(*) from change_log where what = 'marked'"))
                .isEqualTo(before + 1);
    }

    private List<String> titles(Progress progress) {
        return site
                .discussions
                .inCommunity(bo, valley, new Filter(null, null, progress), null, 20)
                .items()
                .stream()
                .map(DiscussionSummary::title)
                .toList();
    }

    private void say(Viewer.SignedIn person, Posted post, Reaction reaction) {
        answering.say(person, post.postId(), Saying.of(reaction));
    }

    private long id(String slug) {
        return site.db.count("select id from community where slug = '" + slug + "'");
    }
}
