package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Admissions;
import rounds.community.Members;
import rounds.community.Reason;
import rounds.community.Role;
import rounds.forum.Answering;
import rounds.forum.Arrangement;
import rounds.forum.Kind;
import rounds.forum.Posted;
import rounds.forum.Reaction;
import rounds.forum.Saying;
import rounds.forum.Tried;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

import java.util.List;

/// Who is told of what, and who is not.
class TellingTest {
    private final Neighbourhood site = Neighbourhood.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn cyd;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        cyd = site.member("cyd", valley);
        mod = site.member("mod", valley, "moderator", "chair");
    }

    @Test
    void withoutAnyChoiceOneHearsAnswersAndEverythingInOnesOwn() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Posted answer = site.reply(ben, dizzy, null, "Stand up slowly");
        site.reply(cyd, dizzy, answer, "How slowly?");
        site.tell();

        assertThat(site.told(ada)).containsExactly("reply cyd+ben Dizzy");
        assertThat(site.told(ben)).containsExactly("reply cyd Dizzy");
        assertThat(site.told(cyd)).isEmpty();
    }

    @Test
    void nobodyIsToldOfHerOwnActs() {
        site.watches.community(ada, "valley", Level.EVERY);
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.reply(ada, dizzy, dizzy, "To myself");
        site.tell();

        assertThat(site.told(ada)).isEmpty();
    }

    @Test
    void theMostSpecificChoiceDecides() {
        Posted dizzy = site.open(ada, "valley", "Dizzy", "falls");
        site.watches.community(cyd, "valley", Level.EVERY);
        site.reply(ben, dizzy, null, "One");
        site.tell();
        assertThat(site.told(cyd)).containsExactly("post ben Dizzy");

        site.watches.tag(cyd, "valley", "falls", Level.NOTHING);
        site.reply(ben, dizzy, null, "Two");
        site.tell();
        assertThat(count(cyd)).isEqualTo(1);

        site.watches.person(cyd, "ben", Level.EVERY);
        site.reply(ben, dizzy, null, "Three");
        site.tell();
        assertThat(count(cyd)).isEqualTo(2);

        site.watches.discussion(cyd, dizzy.discussionId(), Level.NOTHING);
        site.reply(ben, dizzy, null, "Four");
        site.tell();
        assertThat(count(cyd)).isEqualTo(2);
    }

    @Test
    void whoeverMutesHerOwnDiscussionHearsNothingOfIt() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.watches.discussion(ada, dizzy.discussionId(), Level.NOTHING);
        site.reply(ben, dizzy, dizzy, "An answer");
        site.tell();

        assertThat(site.told(ada)).isEmpty();
    }

    @Test
    void aNewDiscussionIsToldToThoseWhoWatchItsTagAndAnAnnouncementToAll() {
        site.watches.tag(ben, "valley", "falls", Level.EVERY);
        site.open(ada, "valley", "Dizzy", "falls");
        site.watches.community(cyd, "valley", Level.MENTIONS);
        site.open(mod, "valley", Kind.ANNOUNCEMENT, "We meet on Tuesday");
        site.tell();

        assertThat(site.told(ben))
                .containsExactly("announcement mod We meet on Tuesday", "discussion ada Dizzy");
        assertThat(site.told(ada)).containsExactly("announcement mod We meet on Tuesday");
        assertThat(site.told(cyd)).isEmpty();
    }

    @Test
    void whatWaitsIsToldWhenItIsApprovedAndToItsAuthorToo() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.db.run("update community set review_first_posts = true");
        Posted waiting = site.reply(ben, dizzy, null, "A first answer");
        site.tell();
        assertThat(site.told(ada)).isEmpty();

        site.moderation.approve(mod, waiting.postId());
        site.tell();

        assertThat(site.told(ada)).containsExactly("reply ben Dizzy");
        assertThat(site.told(ben)).containsExactly("approved  Dizzy");
    }

    @Test
    void whatIsHiddenIsNoLongerToldOfAndComesBackOnce() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Posted answer = site.reply(ben, dizzy, null, "Rude words");
        site.tell();
        site.moderation.hide(mod, answer.postId(), Reason.RUDE, "Tone");

        assertThat(site.told(ada)).as("at once").isEmpty();
        site.tell();
        assertThat(bell(ada)).isZero();
        assertThat(site.told(ben)).containsExactly("hidden  Dizzy");

        site.moderation.restore(mod, answer.postId(), "It was fine");
        site.tell();
        assertThat(site.told(ada)).containsExactly("reply ben Dizzy");
        assertThat(count(ada)).isEqualTo(1);
    }

    @Test
    void aHiddenDiscussionTakesAlongWhatWasToldOfIt() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.watches.discussion(cyd, dizzy.discussionId(), Level.EVERY);
        site.reply(ben, dizzy, null, "An answer");
        site.tell();
        assertThat(bell(cyd)).isEqualTo(1);

        site.moderation.hide(mod, dizzy.postId(), Reason.UNSAFE, "Harm");
        site.tell();

        assertThat(site.told(cyd)).isEmpty();
        assertThat(bell(cyd)).isZero();
    }

    @Test
    void aRemovedMemberSeesNothingMoreAtOnce() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.reply(ben, dizzy, null, "An answer");
        site.tell();
        assertThat(bell(ada)).isEqualTo(1);

        site.remove(ada, valley);

        assertThat(site.told(ada)).isEmpty();
        assertThat(bell(ada)).isZero();
        assertThat(site.notifications.page(ada, true, null, 5).next()).isNull();
    }

    @Test
    void whoeverWasRemovedIsToldThatAndWhyAndNothingElse() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.reply(ben, dizzy, null, "An answer");
        Viewer.SignedIn chair = site.member("chair", valley, "chair");
        site.db
                .site()
                .get(rounds.community.Members.class)
                .remove(chair, "valley", "ada", "Advertising, three times");
        site.tell();
        site.tell();

        var told = site.page(ada);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().reason()).isEqualTo(rounds.notifications.Reason.REMOVED);
        assertThat(told.getFirst().words()).isEqualTo("Advertising, three times");
        assertThat(told.getFirst().communityName()).isEqualTo("valley");
        assertThat(told.getFirst().path()).isEqualTo("/communities");
        assertThat(told.getFirst().people()).isEmpty();
        assertThat(bell(ada)).isEqualTo(1);
        assertThat(site.told(ben)).noneMatch(words -> words.startsWith("removed"));
    }

    @Test
    void whoLeftByHerselfIsToldNothing() {
        site.db.site().get(rounds.community.Members.class).leave(ada, "valley");
        site.tell();

        assertThat(site.page(ada)).isEmpty();
    }

    @Test
    void whoeverCannotReadItIsNotTold() {
        long open = site.community("open", "public");
        Viewer.SignedIn eve = site.person("eve");
        site.role(ada, open, "member");
        site.watches.person(eve, "ada", Level.EVERY);
        Posted dizzy = site.open(ada, "valley", "Behind the wall");
        site.open(ada, "open", "For everybody");
        site.watches.discussion(ben, dizzy.discussionId(), Level.EVERY);
        site.remove(ben, valley);
        site.reply(cyd, dizzy, null, "Among us");
        site.tell();

        assertThat(site.told(eve)).containsExactly("discussion ada For everybody");
        assertThat(count(eve)).as("none was made").isEqualTo(1);
        assertThat(count(ben)).isZero();
    }

    @Test
    void aCommunityThatClosesTakesBackWhatOutsidersWereTold() {
        long open = site.community("open", "public");
        site.role(ada, open, "member");
        Viewer.SignedIn eve = site.person("eve");
        site.watches.community(eve, "open", Level.EVERY);
        site.open(ada, "open", "For everybody");
        site.tell();
        assertThat(bell(eve)).isEqualTo(1);

        site.db.run("update community set visibility = 'private' where slug = 'open'");

        assertThat(site.told(eve)).isEmpty();
        assertThat(bell(eve)).isZero();
    }

    @Test
    void requestsGoToThoseWhoDecideAndTheAnswerToWhoAsked() {
        site.community("listed", "listed");
        long listed = site.db.count("select id from community where slug = 'listed'");
        site.role(mod, listed, "member");
        site.role(mod, listed, "moderator");
        site.role(cyd, listed, "member");
        Viewer.SignedIn eve = site.person("eve");
        Admissions doors = site.db.site().get(Admissions.class);
        doors.ask(eve, "listed", "I work there");
        site.tell();
        assertThat(site.told(mod)).containsExactly("request eve listed");
        assertThat(site.told(cyd)).isEmpty();

        doors.admit(mod, "listed", site.db.count("select id from join_request"));
        site.tell();

        assertThat(site.told(mod)).isEmpty();
        assertThat(site.told(eve)).containsExactly("admitted mod listed");
    }

    @Test
    void whatWasReportedIsToldToModeratorsUntilOneHasDecided() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Posted answer = site.reply(ben, dizzy, null, "My patient from Elm Street had the same");
        site.moderation.report(cyd, answer.postId(), Reason.PATIENT_DATA, "");
        site.tell();

        assertThat(site.page(mod))
                .filteredOn(bundle -> bundle.reason() == rounds.notifications.Reason.REPORTED)
                .singleElement()
                .satisfies(bundle -> {
                    assertThat(bundle.path()).isEqualTo("/c/valley/moderation");
                    assertThat(bundle.people()).as("who reported it").isEmpty();
                });
        assertThat(site.told(ada)).noneMatch(told -> told.startsWith("reported"));
        assertThat(site.told(cyd)).noneMatch(told -> told.startsWith("reported"));

        site.moderation.restore(mod, answer.postId(), "No such street is named");
        site.tell();

        assertThat(site.told(mod)).noneMatch(told -> told.startsWith("reported"));
    }

    @Test
    void whoReportedIsToldOnceWhatWasDecided() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Posted answer = site.reply(ben, dizzy, null, "My patient from Elm Street had the same");
        site.moderation.report(cyd, answer.postId(), Reason.RUDE, "");
        site.moderation.report(mod, answer.postId(), Reason.RUDE, "");
        site.moderation.hide(mod, answer.postId(), Reason.RUDE, "Not in this tone");
        site.tell();

        assertThat(verdicts(cyd))
                .singleElement()
                .satisfies(bundle -> {
                    assertThat(bundle.detail()).isEqualTo("hidden");
                    assertThat(bundle.text()).as("what she may no longer read").isEmpty();
                    assertThat(bundle.path()).isEqualTo("/c/valley");
                    assertThat(bundle.people()).as("who decided").isEmpty();
                });
        assertThat(verdicts(mod)).as("she decided herself").isEmpty();
        assertThat(verdicts(ben)).isEmpty();
    }

    private List<Bundle> verdicts(Viewer.SignedIn viewer) {
        return site.page(viewer).stream()
                .filter(bundle -> bundle.reason() == rounds.notifications.Reason.VERDICT)
                .toList();
    }

    @Test
    void aRoleThatWasGivenIsTold() {
        site.db.site().get(Members.class).give(mod, "valley", "ben", Role.PEER_CHAMPION);
        site.tell();

        assertThat(site.page(ben))
                .singleElement()
                .satisfies(bundle -> {
                    assertThat(bundle.reason()).isEqualTo(rounds.notifications.Reason.ROLE);
                    assertThat(bundle.detail()).isEqualTo("peer_champion");
                    assertThat(bundle.path()).isEqualTo("/c/valley");
                });
    }

    @Test
    void reactionsAreToldAsOneAndForgottenWhenTheyAreTakenBackUnread() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Answering answering = site.db.site().get(Answering.class);
        answering.say(ben, dizzy.postId(), Saying.of(Reaction.HELPFUL));
        answering.say(cyd, dizzy.postId(), Saying.of(Reaction.HELPFUL));
        site.tell();
        assertThat(site.told(ada)).containsExactly("mark cyd+ben Dizzy");

        answering.takeBack(cyd, dizzy.postId(), Reaction.HELPFUL);
        site.tell();
        assertThat(site.told(ada)).containsExactly("mark ben Dizzy");
    }

    @Test
    void amongHundredsOfMarksTheNewestAreToldAndNoneThatStandsIsForgotten() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Answering answering = site.db.site().get(Answering.class);
        answering.say(cyd, dizzy.postId(), Saying.of(Reaction.HELPFUL));
        site.tell();
        marksOfOthers(dizzy, 60, "now()");
        site.db.run("update reaction set at = now() - interval '1 hour'");
        answering.say(ben, dizzy.postId(), Saying.of(Reaction.HELPFUL));
        site.tell();
        marksOfOthers(dizzy, 100, "now() + interval '1 minute'");
        answering.say(mod, dizzy.postId(), Saying.of(Reaction.HELPFUL));
        site.tell();

        assertThat(marksTold(cyd)).isEqualTo(1);
        assertThat(marksTold(ben)).isEqualTo(1);
        assertThat(site.db.count("select count(*) from notification where reason = 'mark'"))
                .isGreaterThan(150);
        answering.takeBack(ben, dizzy.postId(), Reaction.HELPFUL);
        site.tell();
        assertThat(marksTold(cyd)).isEqualTo(1);
        assertThat(marksTold(ben)).isZero();
    }

    private void marksOfOthers(Posted posted, int number, String at) {
        for (int i = 0; i < number; i++) {
            Viewer.SignedIn other = site.member("other" + Ids.text(Ids.next()), valley);
            site.db.run(
                    "insert into reaction (post_id, person_id, community_id, kind, at) values (%d, %d, %d, 'helpful', %s)"
                            .formatted(posted.postId(), other.personId(), valley, at));
        }
    }

    private long marksTold(Viewer.SignedIn by) {
        return site.db.count(
                "select count(*) from notification where reason = 'mark' and actor_id = "
                        + by.personId());
    }

    @Test
    void whatHelpedAndHowItWentAreToldApartFromReactions() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Posted answer = site.reply(ben, dizzy, null, "Stand up slowly");
        Answering answering = site.db.site().get(Answering.class);
        answering.say(ada, answer.postId(), Saying.of(Reaction.HELPFUL));
        answering.markHelped(ada, answer.postId(), "", "");
        answering.say(cyd, answer.postId(), new Saying(Reaction.TRIED, Tried.PARTLY, "", "", null));
        site.tell();

        assertThat(site.told(ben))
                .containsExactlyInAnyOrder("mark ada Dizzy", "helped ada Dizzy", "tried cyd Dizzy");
        assertThat(site.page(ben))
                .filteredOn(bundle -> bundle.reason() == rounds.notifications.Reason.TRIED)
                .extracting(Bundle::detail)
                .containsExactly("partly");

        answering.unmarkHelped(ada, answer.postId());
        answering.say(cyd, answer.postId(), new Saying(Reaction.TRIED, Tried.WORKED, "", "", null));
        site.tell();
        assertThat(site.told(ben)).containsExactlyInAnyOrder("mark ada Dizzy", "tried cyd Dizzy");
        assertThat(site.page(ben)).extracting(Bundle::detail).contains("worked");
    }

    @Test
    void whoIsQuotedIsAnswered() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Posted answer = site.reply(ben, dizzy, null, "Stand up slowly");
        site.tell();
        site.reply(
                cyd,
                dizzy,
                null,
                "> Stand up slowly\n>\n> — [Ben, 2](/p/"
                        + Ids.text(answer.postId())
                        + "?revision=1)\n\nHow slowly?");
        site.reply(cyd, dizzy, null, "Beside it: [this](/p/" + Ids.text(answer.postId()) + ")");
        site.tell();

        assertThat(site.told(ben)).containsExactly("reply cyd Dizzy");
        assertThat(site.page(ben).getFirst().path()).contains("at=3");
    }

    @Test
    void whoWroteInADiscussionIsToldWhereItWentIfSheMayReadThere() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.reply(ben, dizzy, null, "Stand up slowly");
        long hills = site.community("hills", "private");
        site.role(ben, hills, "member");
        site.role(mod, hills, "member");
        site.role(mod, hills, "moderator");
        site.tell();

        site.db
                .site()
                .get(Arrangement.class)
                .move(mod, dizzy.discussionId(), "hills", "It is about the hills.");
        site.tell();

        assertThat(site.told(ben)).containsExactly("moved  Dizzy");
        assertThat(site.page(ben).getFirst().communityName()).isEqualTo("hills");
        assertThat(site.db.count("select count(*) from notification where reason = 'moved'"))
                .isEqualTo(1);
    }

    @Test
    void whoseTitleWasCorrectedIsToldOnceEachTime() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.reply(ben, dizzy, null, "Stand up slowly");
        site.tell();
        var edits = site.db.site().get(rounds.forum.Edits.class);
        var title = new rounds.forum.DiscussionEdit(1, null, "Dizzy at noon", null, null, null);
        edits.edit(mod, dizzy.discussionId(), title);
        site.tell();

        assertThat(site.told(ada)).contains("corrected  Dizzy at noon");
        assertThat(site.told(ben)).noneMatch(words -> words.startsWith("corrected"));
        site.moderation.close(mod, dizzy.discussionId(), "It is answered.");
        site.tell();
        assertThat(site.db.count("select count(*) from notification where reason = 'corrected'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsOldIsNoNews() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        site.hold();
        site.reply(ben, dizzy, null, "Imported");
        site.db.run("update post set posted_at = now() - interval '40 days'");
        site.release();
        site.tell();

        assertThat(site.told(ada)).isEmpty();
    }

    @Test
    void readIsReadAndOnlyWhatWasBeforeOne() {
        Posted dizzy = site.open(ada, "valley", "Dizzy");
        Posted first = site.reply(ben, dizzy, null, "One");
        Posted second = site.reply(cyd, dizzy, null, "Two");
        site.tell();

        site.notifications.seen(ada, dizzy.discussionId(), java.util.List.of(first.postId()));
        assertThat(site.unread(ada))
                .singleElement()
                .satisfies(bundle ->
                        assertThat(bundle.people())
                                .extracting(Bundle.Who::handle)
                                .containsExactly("cyd"));

        site.notifications.seen(ada, dizzy.discussionId(), java.util.List.of(second.postId()));
        assertThat(site.unread(ada)).isEmpty();
        assertThat(site.told(ada)).containsExactly("reply cyd+ben Dizzy");

        site.reply(ben, dizzy, null, "Three");
        site.tell();
        assertThat(bell(ada)).isEqualTo(1);
        site.notifications.readAll(ada, java.time.Instant.now());
        assertThat(bell(ada)).isZero();
    }

    private long count(Viewer.SignedIn person) {
        return site.db.count(
                "select count(*) from notification where person_id = " + person.personId());
    }

    /// As the masthead counts.
    private int bell(Viewer.SignedIn person) {
        return site.unread(person).size();
    }
}
