package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.forum.ForumSite.problemOf;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.difference.Segment;

import java.util.List;

class EditingTest {
    private final ForumSite site = ForumSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn bea;
    private Viewer.SignedIn mod;
    private Posted opened;
    private Posted reply;

    @BeforeEach
    void aDiscussion() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        bea = site.member("bea", valley);
        mod = site.member("mod", valley, "moderator");
        opened = site.open(ada, "valley", "Dizzy in the morning");
        reply = site.reply(bea, opened.discussionId(), null, "Measure it standing.");
    }

    @Test
    void anEditKeepsWhatThePostSaid() {
        site.edits.edit(bea, reply.postId(), 1, "Measure it standing, twice.");

        Post post = site.post(ada, reply.postId());
        History history = site.edits.history(ada, reply.postId(), null).compared();

        assertThat(post.body()).isEqualTo("Measure it standing, twice.");
        assertThat(post.html()).contains("twice");
        assertThat(post.edited()).isTrue();
        assertThat(history.revisions()).extracting(Revision::nth).containsExactly(1, 2);
        assertThat(history.body())
                .containsExactly(
                        Segment.same("Measure it standing"),
                        Segment.added(", twice"),
                        Segment.same("."));
    }

    @Test
    void theSecondOfTwoEditsFromTheSameRevisionIsAConflict() {
        site.edits.edit(bea, reply.postId(), 1, "First.");

        assertThat(problemOf(() -> site.edits.edit(bea, reply.postId(), 1, "Second.")))
                .isEqualTo(new Problem.Conflict("forum.edit.meanwhile"));
        assertThat(site.post(ada, reply.postId()).body()).isEqualTo("First.");
        assertThat(site.db.count("select count(*) from post_revision")).isEqualTo(1);
    }

    @Test
    void nobodyEditsAnothersWords() {
        for (Viewer.SignedIn other : List.of(ada, mod)) {
            assertThat(problemOf(() -> site.edits.edit(other, reply.postId(), 1, "Mine.")))
                    .isEqualTo(new Problem.Forbidden("policy.refused.edit"));
        }
    }

    @Test
    void aDiscussionIsEditedAsAWholeAndInParts() {
        Discussion retitled =
                site.edits.edit(ada, opened.discussionId(), edit(1, "Dizzy at noon", null, null));
        Discussion tagged =
                site.edits.edit(
                        mod, opened.discussionId(), edit(2, null, null, List.of("Blood Pressure")));

        assertThat(retitled.title()).isEqualTo("Dizzy at noon");
        assertThat(tagged.tags()).containsExactly("blood-pressure");
        assertThat(tagged.revision()).isEqualTo(3);
        assertThat(site.edits.history(bea, opened.postId(), 2).compared().title())
                .containsExactly(
                        Segment.same("Dizzy "),
                        Segment.removed("in the morning"),
                        Segment.added("at noon"));
        assertThat(
                        problemOf(() ->
                                site.edits.edit(
                                        ada, opened.discussionId(), edit(2, "Late", null, null))))
                .isEqualTo(new Problem.Conflict("forum.edit.meanwhile"));
        assertThat(
                        problemOf(() ->
                                site.edits.edit(
                                        mod,
                                        opened.discussionId(),
                                        edit(3, "Not hers", "Nor these", null))))
                .isEqualTo(new Problem.Forbidden("policy.refused.edit"));
    }

    @Test
    void aModeratorCorrectsTitleAndKindAndWhatItWasStaysInTheHistory() {
        var correction =
                new DiscussionEdit(1, Kind.QUESTION, "Dizzy on standing", null, null, null);
        assertThat(problemOf(() -> site.edits.edit(bea, opened.discussionId(), correction)))
                .isEqualTo(new Problem.Forbidden("policy.refused.correct"));

        Discussion corrected = site.edits.edit(mod, opened.discussionId(), correction);

        assertThat(corrected.title()).isEqualTo("Dizzy on standing");
        assertThat(corrected.kind()).isEqualTo(Kind.QUESTION);
        assertThat(corrected.openedBy().handle()).isEqualTo("ada");
        Post opening = site.post(bea, opened.postId());
        assertThat(opening.edited()).isTrue();
        assertThat(opening.author().handle()).isEqualTo("ada");
        assertThat(site.edits.history(bea, opened.postId(), null).compared().title())
                .contains(Segment.removed("in the morning"), Segment.added("on standing"));
        assertThat(site.db.rows("select act, detail, reason from community_log"))
                .containsExactly("corrected|challenge|");
        assertThat(
                        problemOf(() ->
                                site.edits.edit(
                                        ada,
                                        opened.discussionId(),
                                        edit(1, "At the same time", null, null))))
                .isEqualTo(new Problem.Conflict("forum.edit.meanwhile"));
    }

    @Test
    void whatTheTagsWereStaysInTheHistory() {
        site.edits.edit(ada, opened.discussionId(), edit(1, null, null, List.of("falls")));
        site.edits.edit(ada, opened.discussionId(), edit(2, null, "Other words", null));
        site.edits.edit(ada, opened.discussionId(), edit(3, null, null, List.of("falls", "night")));

        Post opening = site.tree(bea, opened.discussionId(), Place.START, 1).posts().getFirst();
        assertThat(opening.edited()).isTrue();
        History now = site.edits.history(bea, opened.postId(), null).compared();
        assertThat(now.revisions()).hasSize(4);
        assertThat(now.tags()).isEqualTo(new History.Tags("falls", "falls, night"));
        assertThat(now.title()).isEmpty();
        assertThat(site.edits.history(bea, opened.postId(), 3).tags()).isNull();
        assertThat(site.edits.history(bea, opened.postId(), 2).tags())
                .isEqualTo(new History.Tags("", "falls"));
        // Nothing changed leaves no version, and forgets nothing.
        for (Viewer.SignedIn editor : List.of(ada, mod)) {
            int revision = site.discussions.discussion(ada, opened.discussionId()).revision();
            site.edits.edit(
                    editor,
                    opened.discussionId(),
                    edit(revision, null, null, List.of("falls", "night")));
        }
        assertThat(site.edits.history(bea, opened.postId(), null).revisions()).hasSize(4);
        assertThat(site.edits.history(bea, opened.postId(), null).tags()).isNotNull();
    }

    @Test
    void aTagThatWasMergedIsCalledByTheOthersNameInHistoriesToo() {
        String name = "jane-doe-1957";
        site.edits.edit(ada, opened.discussionId(), edit(1, null, null, List.of("falls", name)));
        site.edits.edit(ada, opened.discussionId(), edit(2, null, null, List.of("night")));
        Posted other = site.open(ada, "valley", "Elsewhere");
        site.edits.edit(ada, other.discussionId(), edit(1, null, null, List.of("other")));

        site.tagging.merge(mod, "valley", name, "patients", true);

        assertThat(site.edits.history(bea, opened.postId(), null).tags())
                .isEqualTo(new History.Tags("falls, patients", "night"));
        assertThat(site.edits.history(bea, opened.postId(), 2).tags())
                .isEqualTo(new History.Tags("", "falls, patients"));
        assertThat(
                        site.db.count(
                                "select count(*) from post_revision where '%s' = any (tags)"
                                        .formatted(name)))
                .isZero();
    }

    @Test
    void aTagThatAModeratorTakesOutStandsInNoHistory() {
        String name = "jane-doe-1957";
        site.edits.edit(ada, opened.discussionId(), edit(1, null, null, List.of("falls", name)));
        site.edits.edit(ada, opened.discussionId(), edit(2, null, null, List.of(name, "night")));
        assertThat(site.edits.history(bea, opened.postId(), null).tags())
                .isEqualTo(new History.Tags("falls, " + name, name + ", night"));

        Discussion cleared =
                site.edits.edit(mod, opened.discussionId(), edit(3, null, null, List.of("night")));

        assertThat(cleared.tags()).containsExactly("night");
        for (Viewer.SignedIn reader : List.of(ada, bea, mod)) {
            for (int revision = 1; revision <= 3; revision++) {
                assertThat(site.edits.history(reader, opened.postId(), revision).tags()).isNull();
            }
        }
        site.edits.edit(
                mod, opened.discussionId(), edit(4, "Dizzy at noon", null, List.of("falls")));
        assertThat(site.edits.history(bea, opened.postId(), null).tags()).isNull();
        assertThat(site.db.count("select count(*) from post_revision where tags is not null"))
                .isZero();
    }

    @Test
    void tagsThatAModeratorChangesLeaveTheAuthorsWordsAndHerOpenFormAsTheyAre() {
        site.edits.edit(mod, opened.discussionId(), edit(1, null, null, List.of("falls")));
        // As the form sends it, the title along.
        site.edits.edit(
                mod,
                opened.discussionId(),
                edit(2, "Dizzy in the morning", null, List.of("falls", "night")));

        Post opening = site.post(bea, opened.postId());
        assertThat(opening.edited()).isFalse();
        assertThat(opening.revision()).isEqualTo(1);
        site.edits.edit(ada, opened.postId(), 1, "What helped **your** patients?");
        assertThat(site.post(bea, opened.postId()).body()).contains("your");
    }

    @Test
    void tagsAreChangedAlsoWhereTheOpeningPostIsGoneAndRepliesRemain() {
        site.edits.edit(ada, opened.discussionId(), edit(1, null, null, List.of("falls")));
        site.edits.delete(ada, opened.postId(), null);
        for (Viewer.SignedIn editor : List.of(mod, ada)) {
            Discussion now = site.discussions.discussion(editor, opened.discussionId());
            String tag = "night-" + editor.personId();

            Discussion tagged =
                    site.edits.edit(
                            editor,
                            opened.discussionId(),
                            edit(now.revision(), null, null, List.of(tag)));

            assertThat(tagged.tags()).containsExactly(tag);
        }
        int revision = site.discussions.discussion(mod, opened.discussionId()).revision();
        assertThat(
                        problemOf(() ->
                                site.edits.edit(
                                        mod,
                                        opened.discussionId(),
                                        edit(revision, "Another title", null, null))))
                .isEqualTo(new Problem.Conflict("forum.edit.gone"));
    }

    @Test
    void whoCorrectsHerOwnLeavesNoLineInTheLog() {
        site.edits.edit(ada, opened.discussionId(), edit(1, "Dizzy at noon", null, null));
        site.edits.edit(mod, opened.discussionId(), edit(2, "Dizzy at noon", null, null));

        assertThat(site.db.count("select count(*) from community_log")).isZero();
    }

    @Test
    void anEditOfTheOpeningPostIsSeenByAnEditOfItsDiscussion() {
        site.edits.edit(ada, opened.postId(), 1, "Other words.");

        assertThat(
                        problemOf(() ->
                                site.edits.edit(
                                        ada,
                                        opened.discussionId(),
                                        edit(1, "Title", "Body", null))))
                .isEqualTo(new Problem.Conflict("forum.edit.meanwhile"));
    }

    @Test
    void aDeletedReplyLeavesItsPlace() {
        Posted below = site.reply(ada, opened.discussionId(), reply.postId(), "How often?");
        site.edits.delete(bea, reply.postId(), null);

        DiscussionPage page = site.tree(ada, opened.discussionId(), Place.START, 20);

        assertThat(page.posts()).extracting(Post::number).containsExactly(1, 2, 3);
        assertThat(page.posts().get(1).gone()).isTrue();
        assertThat(page.posts().get(1).author()).isNull();
        assertThat(page.posts().get(1).html()).isEmpty();
        assertThat(page.posts().get(2).id()).isEqualTo(below.postId());
        assertThat(page.discussion().posts()).isEqualTo(2);
        assertThat(site.time(ada, opened.discussionId(), Place.START, 20).posts())
                .extracting(Post::gone)
                .containsExactly(false, true, false);
        assertThat(problemOf(() -> site.post(ada, reply.postId())))
                .isEqualTo(new Problem.NotFound());
        assertThat(site.post(bea, reply.postId()).state()).isEqualTo(State.DELETED);
        assertThat(problemOf(() -> site.reply(ada, opened.discussionId(), reply.postId(), "?")))
                .isEqualTo(new Problem.Conflict("forum.reply.parent-gone"));
    }

    @Test
    void theOpeningPostDeletedByItsAuthorLeavesTheAnswersAndAllRights() {
        site.moderation.close(ada, opened.discussionId(), "It is answered.");
        site.edits.delete(ada, opened.postId(), null);

        DiscussionPage page = site.tree(bea, opened.discussionId(), Place.START, 20);

        assertThat(page.posts()).extracting(Post::gone).containsExactly(true, false);
        assertThat(page.discussion().closed()).isTrue();
        assertThat(page.discussion().may().reply()).isFalse();
        assertThat(problemOf(() -> site.reply(bea, opened.discussionId(), null, "More")))
                .isEqualTo(new Problem.Conflict("forum.reply.closed"));
        assertThat(problemOf(() -> site.moderation.reopen(ada, opened.discussionId())))
                .isEqualTo(new Problem.Forbidden("policy.refused.reopen"));
    }

    @Test
    void aDiscussionThatNobodyAnsweredGoesWithItsOpeningPost() {
        Posted lonely = site.open(ada, "valley", "Nobody answers");
        site.edits.deleteDiscussion(ada, lonely.discussionId(), null);

        assertThat(problemOf(() -> site.tree(bea, lonely.discussionId(), Place.START, 20)))
                .isEqualTo(new Problem.NotFound());
        assertThat(site.discussions.discussion(mod, lonely.discussionId()).state())
                .isEqualTo(State.DELETED);
    }

    @Test
    void aModeratorDeletesAWholeDiscussionWithAReasonAndCanBringItBack() {
        assertThat(problemOf(() -> site.edits.deleteDiscussion(mod, opened.discussionId(), " ")))
                .isInstanceOf(Problem.Invalid.class);
        site.edits.deleteDiscussion(mod, opened.discussionId(), "Sold something");

        assertThat(problemOf(() -> site.tree(bea, opened.discussionId(), Place.START, 20)))
                .isEqualTo(new Problem.NotFound());
        assertThat(problemOf(() -> site.post(Viewer.VISITOR, reply.postId())))
                .isEqualTo(new Problem.NotFound());
        site.moderation.restore(mod, opened.postId(), "Sold nothing");
        assertThat(site.tree(bea, opened.discussionId(), Place.START, 20).posts()).hasSize(2);
        assertThat(site.db.count("select count(*) from community_log")).isEqualTo(2);
    }

    @Test
    void whatAnAuthorDeletedStaysDeletedWhenAModeratorBringsTheDiscussionBack() {
        site.edits.delete(ada, opened.postId(), null);
        site.edits.deleteDiscussion(mod, opened.discussionId(), "All of it");
        site.moderation.restore(mod, opened.postId(), "The answers were good");

        DiscussionPage page = site.tree(bea, opened.discussionId(), Place.START, 20);

        assertThat(page.posts()).extracting(Post::gone).containsExactly(true, false);
        assertThat(page.discussion().posts()).isEqualTo(1);
    }

    @Test
    void whatAnAuthorWithdrewOrDeletedAloneNoModeratorBringsBack() {
        site.db.run("update community set review_first_posts = true");
        Viewer.SignedIn newcomer = site.member("newcomer", valley);
        Posted waiting = site.open(newcomer, "valley", "Too early");
        site.edits.deleteDiscussion(newcomer, waiting.discussionId(), null);
        Posted lonely = site.open(mod, "valley", "Nobody answers");
        site.edits.deleteDiscussion(mod, lonely.discussionId(), null);
        Viewer.SignedIn other = site.member("other", valley, "moderator");

        for (Posted gone : List.of(waiting, lonely)) {
            assertThat(
                            site.tree(other, gone.discussionId(), Place.START, 20)
                                    .posts()
                                    .getFirst()
                                    .may()
                                    .restore())
                    .isFalse();
            assertThat(problemOf(() -> site.moderation.restore(other, gone.postId(), "Still good")))
                    .isEqualTo(new Problem.Conflict("forum.moderation.meanwhile"));
        }
    }

    @Test
    void whatAModeratorMayBringBackIsOfferedToHer() {
        site.edits.delete(ada, opened.postId(), null);
        site.edits.deleteDiscussion(mod, opened.discussionId(), "All of it");

        assertThat(
                        site.tree(mod, opened.discussionId(), Place.START, 20)
                                .posts()
                                .getFirst()
                                .may()
                                .restore())
                .isTrue();
    }

    @Test
    void wordsThatWereEditedAwayWhileHiddenDoNotComeBack() {
        site.moderation.report(ada, reply.postId(), Reason.PATIENT_DATA, "A name");
        site.edits.edit(bea, reply.postId(), 2, "Without the name.");
        site.moderation.restore(mod, reply.postId(), "It is out");

        assertThat(site.edits.history(ada, reply.postId(), null).revisions()).hasSize(1);
        assertThat(site.edits.history(mod, reply.postId(), null).revisions())
                .extracting(Revision::sealed)
                .containsExactly(true, false);
    }

    private static DiscussionEdit edit(
            int revision,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<String> tags) {
        return new DiscussionEdit(revision, null, title, body, tags, null);
    }
}
