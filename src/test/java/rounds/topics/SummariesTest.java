package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

import java.util.List;

/// The living summary: versions, what it cites, and how members would word it.
class SummariesTest {
    private final TopicSite site = TopicSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn stranger;
    private Topic topic;

    @BeforeEach
    void opened() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
        stranger = site.person("stranger");
        topic = site.opened(ada, mod, "valley");
    }

    @Test
    void eachVersionIsKeptWithItsNoteAndMembersCompareThem() {
        saved("Most measured sitting.", "", 0);
        saved("Most of us measured sitting.", "Who", 1);

        Topic now = site.topics.topic(stranger, topic.id());
        assertThat(now.summary()).isNotNull();
        assertThat(now.summary().number()).isEqualTo(2);
        assertThat(now.summary().html().value()).contains("Most of us measured");
        SummaryHistory history = site.summaries.history(ada, topic.id(), null, null);
        assertThat(history.versions())
                .extracting(SummaryVersion::number, SummaryVersion::note)
                .containsExactly(tuple(2, "Who"), tuple(1, ""));
        assertThat(history.before().body()).isEqualTo("Most measured sitting.");
        assertThat(
                        TopicSite.problemOf(
                                () -> site.summaries.history(stranger, topic.id(), null, null)))
                .isEqualTo(new Problem.Forbidden("topics.members-only"));
        assertThat(TopicSite.problemOf(() -> save(ben, "Mine", "", 2)))
                .isEqualTo(new Problem.Forbidden("topics.not-tended"));
    }

    @Test
    void theSecondOfTwoCuratorsMergesAndNothingIsLost() {
        site.topics.nameCurator(mod, topic.id(), "ben");
        saved("First we measure.\n\nThen we stop one.\n", "", 0);
        saved("First we measure standing.\n\nThen we stop one.\n", "", 1);

        SummarySaving second = save(ben, "First we measure.\n\nThen we stop the newest.\n", "", 1);

        assertThat(second)
                .isEqualTo(
                        new SummarySaving.Meanwhile(
                                "First we measure.\n\nThen we stop one.\n",
                                "First we measure standing.\n\nThen we stop one.\n",
                                2,
                                "First we measure standing.\n\nThen we stop the newest.\n",
                                false));
        assertThat(save(mod, "First we measure standing.\n\nThen we stop one.\n", "", 1))
                .as("sent twice")
                .isInstanceOf(SummarySaving.Saved.class);
        assertThat(site.summaries.text(ada, topic.id()).number()).isEqualTo(2);
        assertThat(save(ben, "Then we stop the newest.\n", "", 1))
                .isInstanceOfSatisfying(
                        SummarySaving.Meanwhile.class,
                        met -> {
                            assertThat(met.apart()).as("the same words").isTrue();
                            assertThat(met.both())
                                    .contains("the newest", "First we measure standing.");
                        });
    }

    @Test
    void whatChangedSinceSheReadItIsToldToEachReader() {
        saved("One", "", 0);
        site.summaries.read(ada, topic.id(), 1);
        saved("Two", "Weekends", 1);
        saved("Three", "Falls", 2);

        Topic hers = site.topics.topic(ada, topic.id());
        assertThat(hers.read()).isEqualTo(1);
        assertThat(hers.since()).containsExactly("Falls", "Weekends");
        assertThat(site.topics.topic(ben, topic.id()).since()).isEmpty();
        assertThat(site.topics.topic(mod, topic.id()).read()).as("who wrote it").isEqualTo(3);
        assertThat(TopicSite.problemOf(() -> site.summaries.read(ada, topic.id(), 4)))
                .isEqualTo(new Problem.NotFound());
    }

    @Test
    void whatItCitesIsReadThroughTheWallAndItsTitleIsNowhereStored() {
        long open = site.post(ben, valley, "Standing pressure", "public", "visible");
        long narrow = site.post(ben, valley, "Only for members", "private", "visible");
        saved(cite("p", open) + " and " + cite("p", narrow) + " and " + cite("d", 42), "", 0);

        assertThat(site.summaries.sources(ada, seen(ada)))
                .extracting(Source::title, Source::author, Source::became)
                .containsExactly(
                        tuple("Standing pressure", "Ben", Source.Became.SAME),
                        tuple("Only for members", "Ben", Source.Became.SAME));
        assertThat(site.summaries.sources(stranger, seen(stranger)))
                .extracting(Source::title)
                .containsExactly("Standing pressure");
        assertThat(site.summaries.sources(mod, seen(mod)))
                .extracting(Source::became)
                .as("who tends it is told of what is missing")
                .containsExactly(Source.Became.SAME, Source.Became.SAME, Source.Became.GONE);
        assertThat(
                        site.db.count(
                                "select count(*) from topic_summary where html ~ 'Standing|Only for'"))
                .isZero();
    }

    @Test
    void aSourceThatChangesOrGoesMarksItAtOnceUntilACuratorHasLooked() {
        long post = site.post(ben, valley, "Standing pressure", "public", "visible");
        saved(cite("p", post), "", 0);

        site.db.run("update post set edited_at = now() + interval '1 second' where id = " + post);
        assertThat(became(stranger)).containsExactly(Source.Became.EDITED);
        site.db.run("update topic_citation set seen_at = now() + interval '2 seconds'");
        assertThat(became(stranger)).containsExactly(Source.Became.SAME);
        site.db.run("update post set state = 'hidden' where id = " + post);
        assertThat(became(stranger)).isEmpty();
        assertThat(became(ada)).isEmpty();
        assertThat(became(mod)).containsExactly(Source.Became.HIDDEN);
        site.db.run("update post set state = 'visible', edited_at = now() where id = " + post);
        site.db.run("update topic_citation set seen_at = now() - interval '1 day'");
        assertThat(became(ada)).containsExactly(Source.Became.EDITED);

        assertThat(
                        TopicSite.problemOf(() ->
                                site.summaries.look(
                                        ben, topic.id(), new ContentRef(ContentType.POST, post))))
                .isEqualTo(new Problem.Forbidden("topics.not-tended"));
        site.summaries.look(mod, topic.id(), new ContentRef(ContentType.POST, post));
        assertThat(became(ada)).containsExactly(Source.Became.SAME);
    }

    @Test
    void whatIsCitedStillKeepsTheDayOnWhichItWasLookedAt() {
        long post = site.post(ben, valley, "Standing pressure", "public", "visible");
        long other = site.post(ben, valley, "Another", "public", "visible");
        saved(cite("p", post), "", 0);
        site.db.run("update topic_citation set seen_at = '2026-01-01'");
        site.db.run("update post set edited_at = '2026-01-02' where id = " + post);

        saved(cite("p", other) + cite("p", post), "", 1);
        assertThat(became(ada)).containsExactly(Source.Became.SAME, Source.Became.EDITED);
        site.summaries.save(mod, topic.id(), cite("p", post), "", 2, Summaries.Looked.AT_ALL);
        assertThat(became(ada)).containsExactly(Source.Became.SAME);
    }

    @Test
    void aSuggestionIsTakenAsAVersionThatNamesWhoMadeIt() {
        saved("First we measure.\n\nThen we stop one.\n", "", 0);
        Suggestion made =
                site.suggestions.suggest(
                        ben,
                        topic.id(),
                        "First we measure.\n\nThen we stop the newest.\n",
                        "Which one",
                        1,
                        "form-1");
        assertThat(
                        site.suggestions
                                .suggest(
                                        ben,
                                        topic.id(),
                                        "First we measure.\n\nThen we stop the newest.\n",
                                        "Which one",
                                        1,
                                        "form-1")
                                .id())
                .isEqualTo(made.id());
        assertThat(site.topics.topic(mod, topic.id()).waiting()).isEqualTo(1);
        assertThat(site.topics.topic(stranger, topic.id()).waiting()).isZero();
        saved("First we measure standing.\n\nThen we stop one.\n", "", 1);

        assertThat(site.suggestions.accept(mod, made.id(), made.body(), 1))
                .as("the summary has moved on")
                .isFalse();
        assertThat(
                        site.suggestions.accept(
                                mod,
                                made.id(),
                                "First we measure standing.\n\nThen we stop the newest.\n",
                                2))
                .isTrue();

        Summary now = seen(ada).summary();
        assertThat(now).isNotNull();
        assertThat(now.suggestedBy()).isNotNull();
        assertThat(now.suggestedBy().name()).isEqualTo("Ben");
        assertThat(now.note()).isEqualTo("Which one");
        assertThat(site.suggestions.suggestion(ben, made.id()).state())
                .isEqualTo(Suggestion.State.ACCEPTED);
        assertThat(TopicSite.problemOf(() -> site.suggestions.decline(mod, made.id(), "No")))
                .isEqualTo(new Problem.Conflict("topics.suggestion.decided"));
    }

    @Test
    void aSuggestionIsDeclinedWithAReasonAndSaysSomethingNew() {
        saved("One", "", 0);
        assertThat(
                        TopicSite.refused(() ->
                                site.suggestions.suggest(ben, topic.id(), "One", "", 1, null)))
                .containsExactly("body");
        Suggestion made = site.suggestions.suggest(ben, topic.id(), "Two", "", 1, null);

        assertThat(TopicSite.refused(() -> site.suggestions.decline(mod, made.id(), " ")))
                .containsExactly("reason");
        assertThat(TopicSite.problemOf(() -> site.suggestions.decline(ada, made.id(), "No")))
                .isEqualTo(new Problem.Forbidden("topics.not-tended"));
        site.suggestions.decline(mod, made.id(), "Not so");
        assertThat(site.suggestions.of(ben, topic.id()))
                .extracting(Suggestion::state, Suggestion::reason)
                .containsExactly(tuple(Suggestion.State.DECLINED, "Not so"));
        assertThat(site.suggestions.of(stranger, topic.id())).isEmpty();
        assertThat(
                        TopicSite.problemOf(() ->
                                site.suggestions.suggest(
                                        stranger, topic.id(), "Mine", "", 1, null)))
                .isEqualTo(new Problem.Forbidden("topics.members-only"));
    }

    private static String cite(String sign, long id) {
        return "[[" + sign + ":" + Ids.text(id) + "]]";
    }

    private List<Source.Became> became(Viewer viewer) {
        return site.summaries.sources(viewer, seen(viewer)).stream().map(Source::became).toList();
    }

    private Topic seen(Viewer viewer) {
        return site.topics.topic(viewer, topic.id());
    }

    private void saved(String body, String note, int base) {
        assertThat(save(mod, body, note, base)).isInstanceOf(SummarySaving.Saved.class);
    }

    private SummarySaving save(Viewer.SignedIn who, String body, String note, int base) {
        return site.summaries.save(who, topic.id(), body, note, base, Summaries.Looked.NOT);
    }
}
