package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.topics.AroundSite.problemOf;
import static rounds.topics.AroundSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;
import rounds.topics.Readers.Consent;

import java.util.List;

/// A topic that was written for members is shown to all who read their community, by consent of
/// those whose words it holds.
class ReadersTest {
    private final AroundSite site = AroundSite.emptied();
    private final Readers readers = site.db.site().get(Readers.class);
    private final Topics topics = site.db.site().get(Topics.class);
    private Viewer.SignedIn mod;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn eve;
    private long valley;
    private long topic;

    @BeforeEach
    void writtenForMembers() {
        valley = site.community("valley", "private");
        mod = site.member("mod", valley, "moderator");
        ada = site.member("ada", valley);
        eve = site.person("eve");
        topic = site.topic(valley, mod, "How low?");
    }

    @Test
    void whatWasWrittenForMembersStaysWithThemUntilItIsShownToAll() {
        ContentRef inside = site.discussion(ada, "valley", "Inside");
        site.shelf.put(mod, topic, inside, "Read this");
        open();
        assertThat(problemOf(() -> topics.topic(eve, topic))).isInstanceOf(Problem.NotFound.class);

        readers.showToAll(mod, topic, revision(), Consent.GIVEN, asked());

        assertThat(topics.topic(eve, topic).title()).isEqualTo("How low?");
        assertThat(topics.topic(Viewer.VISITOR, topic).summary()).isNotNull();
        assertThat(site.titles(eve, topic)).as("its shelf shows nothing else").isEmpty();
        assertThat(topics.history(ada, topic, 9).getFirst().act()).isEqualTo("topic_widened");
        assertThat(
                        problemOf(() ->
                                readers.showToAll(mod, topic, revision(), Consent.GIVEN, asked())))
                .as("all read it already")
                .isInstanceOf(Problem.Conflict.class);

        readers.keepForMembers(mod, topic, revision());
        assertThat(problemOf(() -> topics.topic(eve, topic))).isInstanceOf(Problem.NotFound.class);
        assertThat(topics.topic(ada, topic).title()).isEqualTo("How low?");
    }

    @Test
    void onlyThoseWhoLookAfterTheCommunityDecideAndOnlyWithConsentOnWhatTheySaw() {
        Viewer.SignedIn curator = site.curator("curator", topic);
        open();
        assertThat(
                        problemOf(() ->
                                readers.showToAll(ada, topic, revision(), Consent.GIVEN, asked())))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(
                        problemOf(() ->
                                readers.showToAll(
                                        curator, topic, revision(), Consent.GIVEN, asked())))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> readers.speakers(ada, topic)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(
                        refused(() ->
                                readers.showToAll(
                                        mod, topic, revision(), Consent.MISSING, asked())))
                .containsExactly("agreed");
        assertThat(
                        problemOf(() ->
                                readers.showToAll(
                                        mod, topic, revision() - 1, Consent.GIVEN, asked())))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> topics.topic(eve, topic))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void thePeopleWhoseWordsOthersWouldReadAreNamed() {
        assertThat(readers.speakers(mod, topic)).extracting(Author::handle).containsExactly("mod");

        site.questions.ask(ada, topic, "And at night?");

        assertThat(readers.speakers(mod, topic))
                .extracting(Author::handle)
                .containsExactly("ada", "mod");
    }

    @Test
    void whoSaidSomethingAfterTheyWereAskedIsNotShownUnasked() {
        open();
        List<Long> asked = asked();
        site.questions.ask(ada, topic, "For members only: who never answers?");

        assertThat(problemOf(() -> readers.showToAll(mod, topic, revision(), Consent.GIVEN, asked)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> topics.topic(eve, topic))).isInstanceOf(Problem.NotFound.class);

        readers.showToAll(mod, topic, revision(), Consent.GIVEN, asked());
        assertThat(topics.topic(eve, topic).title()).isEqualTo("How low?");
    }

    @Test
    void whoSaidWhatCameOfAStatementIsAskedToo() {
        site.db.run(
                "insert into topic_agreement (id, topic_id, community_id, number, statement, html, html_version, state, put_by, put_at, closes_at, closed_by, closed_at, outcome) values (77, %d, %d, 1, 'Low', '<p>Low</p>', 1, 'agreed', %d, now(), now() + interval '1 day', %d, now(), 'We do it')"
                        .formatted(topic, valley, mod.personId(), ada.personId()));

        assertThat(asked()).contains(ada.personId());
    }

    @Test
    void whatATopicCitesIsToldToItsReadersAloneEvenWhereEverybodyReadsTheSource() {
        long coast = site.community("coast", "public");
        ContentRef cited = site.discussion(site.member("cleo", coast), "coast", "For everybody");
        site.db.run(
                "insert into topic_citation (topic_id, content_type, content_id, community_id, ordinal, seen_at) values (%d, 'discussion', %d, %d, 1, now())"
                        .formatted(topic, cited.id(), valley));

        assertThat(cited(ada)).containsExactly("For everybody");
        assertThat(cited(eve)).isEmpty();
        assertThat(cited(Viewer.VISITOR)).isEmpty();
        open();
        assertThat(cited(eve)).as("still written for members").isEmpty();
        readers.showToAll(mod, topic, revision(), Consent.GIVEN, asked());
        assertThat(cited(Viewer.VISITOR)).containsExactly("For everybody");
    }

    private List<String> cited(Viewer viewer) {
        SourceRepository sources = site.db.site().get(SourceRepository.class);
        return site.db
                .site()
                .get(Transactions.class)
                .read(
                        viewer,
                        () -> sources.read(topic, 0, 9).stream().map(SourceRow::title).toList());
    }

    private void open() {
        site.db.run("update community set visibility = 'public' where id = " + valley);
    }

    private List<Long> asked() {
        return readers.speakers(mod, topic).stream().map(Author::id).toList();
    }

    private int revision() {
        return topics.topic(mod, topic).revision();
    }
}
