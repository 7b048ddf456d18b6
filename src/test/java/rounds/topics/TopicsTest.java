package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.LogEntry;
import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Overdue;
import rounds.kernel.Problem;
import rounds.kernel.Renewal;
import rounds.kernel.Reviewable;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// A topic on its way: proposed, wanted, opened, put together, published, ended.
class TopicsTest {
    private final TopicSite site = TopicSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn stranger;

    @BeforeEach
    void people() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
        stranger = site.person("stranger");
    }

    @Test
    void aMemberProposesATopicOnceHoweverOftenTheFormIsSent() {
        Topic first = site.topics.propose(ada, "valley", TopicSite.FALLS, "form-1");
        Topic again = site.topics.propose(ada, "valley", TopicSite.FALLS, "form-1");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(first.state()).isEqualTo(TopicState.PROPOSED);
        assertThat(first.pursuit().language()).isEqualTo("en");
        assertThat(first.votes()).as("who proposes it wants it").isEqualTo(1);
        assertThat(site.db.count("select count(*) from topic")).isEqualTo(1);
        assertThat(TopicSite.problemOf(() -> site.topics.topic(stranger, first.id())))
                .isEqualTo(new Problem.NotFound());
        assertThat(
                        TopicSite.problemOf(() ->
                                site.topics.propose(stranger, "valley", TopicSite.FALLS, null)))
                .isEqualTo(new Problem.Forbidden("policy.refused.propose"));
    }

    @Test
    void everyFieldThatCannotBeTakenIsToldAtOnce() {
        var wrong =
                new Pursuit(
                        " ",
                        "",
                        "x".repeat(2_001),
                        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"),
                        List.of("x".repeat(50)),
                        "xx",
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-01-01"));

        assertThat(TopicSite.refused(() -> site.topics.propose(ada, "valley", wrong, null)))
                .containsExactlyInAnyOrder(
                        "title", "question", "ends", "why", "objectives", "tags", "language");
    }

    @Test
    void votesCountOncePerMemberAndAreTakenBack() {
        Topic topic = site.topics.propose(ada, "valley", TopicSite.FALLS, null);

        site.topics.want(ben, topic.id());
        site.topics.want(ben, topic.id());
        assertThat(site.topics.topic(ben, topic.id())).extracting(Topic::votes).isEqualTo(2);
        assertThat(site.topics.topic(ben, topic.id()).voted()).isTrue();
        site.topics.wantNoLonger(ben, topic.id());
        site.topics.wantNoLonger(ben, topic.id());
        assertThat(site.topics.topic(ben, topic.id()).votes()).isEqualTo(1);
        site.topics.move(mod, topic.id(), TopicState.OPEN, "", topic.revision());
        assertThat(TopicSite.problemOf(() -> site.topics.want(ben, topic.id())))
                .isEqualTo(new Problem.Conflict("topics.moved-meanwhile"));
    }

    @Test
    void whoProposedItTakesItBackAndNobodyElseDoes() {
        Topic topic = site.topics.propose(ada, "valley", TopicSite.FALLS, null);

        assertThat(TopicSite.problemOf(() -> move(ben, topic, TopicState.WITHDRAWN, "")))
                .isEqualTo(new Problem.Forbidden("topics.not-tended"));
        assertThat(TopicSite.problemOf(() -> move(mod, topic, TopicState.WITHDRAWN, "")))
                .isEqualTo(new Problem.Forbidden("topics.not-tended"));
        move(ada, topic, TopicState.WITHDRAWN, "");

        assertThat(site.topics.topic(ada, topic.id()).state()).isEqualTo(TopicState.WITHDRAWN);
        assertThat(site.topics.topic(mod, topic.id()).may().open()).isFalse();
        assertThat(TopicSite.problemOf(() -> site.topics.topic(ben, topic.id())))
                .isEqualTo(new Problem.NotFound());
    }

    @Test
    void onlyByHerRoleSomebodyOpensOrDeclinesAndADeclinedOneSaysWhy() {
        Topic topic = site.topics.propose(ada, "valley", TopicSite.FALLS, null);

        assertThat(TopicSite.problemOf(() -> move(ada, topic, TopicState.OPEN, "")))
                .isEqualTo(new Problem.Forbidden("topics.not-tended"));
        assertThat(TopicSite.refused(() -> move(mod, topic, TopicState.DECLINED, " ")))
                .containsExactly("reason");
        Topic declined = move(mod, topic, TopicState.DECLINED, "Too broad");

        assertThat(site.topics.topic(ada, topic.id()).ended()).isEqualTo("Too broad");
        assertThat(TopicSite.problemOf(() -> move(mod, topic, TopicState.OPEN, "")))
                .as("on another's word that came before")
                .isEqualTo(new Problem.Conflict("topics.moved-meanwhile"));
        move(mod, declined, TopicState.OPEN, "");
        assertThat(site.topics.topic(Viewer.VISITOR, topic.id()).state())
                .isEqualTo(TopicState.OPEN);
        assertThat(site.topics.history(ben, topic.id(), 10))
                .extracting(LogEntry::act, LogEntry::actorName)
                .containsExactly(
                        tuple("topic_open", "Mod"),
                        tuple("topic_declined", "Mod"),
                        tuple("topic_proposed", "Ada"));
        assertThat(site.topics.history(stranger, topic.id(), 10)).isEmpty();
    }

    @Test
    void nothingIsPublishedThatIsNotWritten() {
        Topic topic = site.opened(ada, mod, "valley");

        assertThat(TopicSite.problemOf(() -> move(mod, topic, TopicState.PUBLISHED, "")))
                .isEqualTo(new Problem.Conflict("topics.nothing-to-publish"));
    }

    @Test
    void whoIsNamedTendsItAndIsToldByItsPage() {
        Topic topic = site.opened(ada, mod, "valley");
        assertThat(site.topics.topic(ben, topic.id()).may().curate()).isFalse();

        site.topics.nameCurator(mod, topic.id(), "@ben");
        Topic tended = site.topics.topic(ben, topic.id());
        assertThat(tended.may().curate()).isTrue();
        assertThat(tended.curators()).extracting(Author::name).containsExactly("Ben");
        move(ben, topic, TopicState.SYNTHESISING, "");
        assertThat(TopicSite.refused(() -> site.topics.nameCurator(ben, topic.id(), "stranger")))
                .containsExactly("curator");

        site.topics.endCurator(ben, topic.id(), ben.personId());
        assertThat(site.topics.topic(ben, topic.id()).may().curate()).isFalse();
    }

    @Test
    void aReviewIsPlannedWithADayAndAMember() {
        Topic topic = site.opened(ada, mod, "valley");

        Topic planned =
                site.topics.planReview(
                        mod, topic.id(), "Ada", LocalDate.parse("2026-12-01"), topic.revision());

        assertThat(planned.owner()).extracting(Author::handle).isEqualTo("ada");
        assertThat(planned.reviewOn()).isEqualTo("2026-12-01");
        assertThat(
                        TopicSite.problemOf(() ->
                                site.topics.planReview(
                                        mod, topic.id(), "", null, topic.revision())))
                .isEqualTo(new Problem.Conflict("topics.changed-meanwhile"));
    }

    @Test
    void whatItPursuesIsChangedByItsProposerWhileItIsProposedThenByItsCurators() {
        Topic topic = site.topics.propose(ada, "valley", TopicSite.FALLS, null);
        var other =
                new Pursuit("Falls", "Which first?", "", List.of(), List.of(), "fr", null, null);

        Topic changed = site.topics.describe(ada, topic.id(), other, topic.revision());
        assertThat(changed.pursuit()).isEqualTo(other);
        assertThat(
                        TopicSite.problemOf(() ->
                                site.topics.describe(ada, topic.id(), other, topic.revision())))
                .isEqualTo(new Problem.Conflict("topics.changed-meanwhile"));
        Topic opened = move(mod, changed, TopicState.OPEN, "");
        assertThat(
                        TopicSite.problemOf(() ->
                                site.topics.describe(
                                        ada, topic.id(), TopicSite.FALLS, opened.revision())))
                .isEqualTo(new Problem.Forbidden("topics.not-tended"));
        assertThat(
                        site.topics
                                .describe(mod, topic.id(), TopicSite.FALLS, opened.revision())
                                .title())
                .isEqualTo("How low is too low?");
    }

    @Test
    void itIsDueForWhoTendsItFromTheDayOnThatWasSaid() {
        Topic topic = site.opened(ada, mod, "valley");
        site.summaries.save(mod, topic.id(), "One", "", 0, Summaries.Looked.NOT);
        Topic published = move(mod, site.topics.topic(mod, topic.id()), TopicState.PUBLISHED, "");
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        site.topics.planReview(mod, topic.id(), "ben", today.plusDays(1), published.revision());
        assertThat(overdue(today)).isEmpty();
        assertThat(due(ben, today)).isEmpty();
        assertThat(site.topics.topic(ada, topic.id()).overdue()).isFalse();

        LocalDate then = today.plusDays(1);
        assertThat(overdue(then)).containsExactly(topic.ref());
        assertThat(due(ben, then)).containsExactly(topic.ref());

        site.db.run("update topic set review_on = current_date");
        assertThat(site.topics.topic(ada, topic.id()).overdue()).isTrue();
        site.db.run(
                "insert into review_told (content_type, content_id, review_on, told_at) select 'topic', id, review_on, now() from topic");
        assertThat(overdue(then)).as("once").isEmpty();
        assertThat(renewals(topic))
                .filteredOn(one -> one.outcome().equals("review_due"))
                .extracting(Renewal::concerned)
                .containsExactly(List.of(ben.personId()));
    }

    private List<ContentRef> overdue(LocalDate today) {
        return site
                .db
                .site()
                .get(Transactions.class)
                .system(() -> site.content.overdue(today, 10))
                .stream()
                .map(Overdue::content)
                .toList();
    }

    private List<ContentRef> due(Viewer viewer, LocalDate today) {
        return site
                .db
                .site()
                .get(Transactions.class)
                .read(viewer, () -> site.content.due(valley, today, 10))
                .stream()
                .map(Reviewable::content)
                .toList();
    }

    private List<Renewal> renewals(Topic topic) {
        return site.db
                .site()
                .get(Transactions.class)
                .system(() -> site.content.renewals(ContentType.TOPIC, List.of(topic.id())));
    }

    @Test
    void aCommunitysListBeginsWithWhatIsOpenAndOrdersProposalsByVotes() {
        Topic few = site.topics.propose(ada, "valley", named("Few"), null);
        Topic many = site.topics.propose(ada, "valley", named("Many"), null);
        site.topics.propose(ada, "valley", named("Newest"), null);
        site.topics.want(ben, many.id());
        Topic open =
                move(
                        mod,
                        site.topics.propose(ben, "valley", named("Open"), null),
                        TopicState.OPEN,
                        "");
        move(mod, few, TopicState.DECLINED, "No");

        Map<TopicPart, List<TopicSummary>> all = site.lists.in(ben, valley, null, 10);
        assertThat(all.keySet()).containsExactly(TopicPart.OPEN, TopicPart.PROPOSED);
        assertThat(all.get(TopicPart.PROPOSED))
                .extracting(TopicSummary::title)
                .containsExactly("Many", "Newest");
        assertThat(site.lists.in(mod, valley, null, 10)).containsKey(TopicPart.NOT_OPENED);
        assertThat(site.lists.in(Viewer.VISITOR, valley, null, 10))
                .containsExactly(
                        entry(TopicPart.OPEN, site.lists.first(Viewer.VISITOR, valley, 3)));
        assertThat(site.lists.in(ben, valley, "falls", 10)).hasSize(2);
        assertThat(site.lists.in(ben, valley, "asthma", 10)).isEmpty();
        assertThat(site.lists.first(ben, valley, 3))
                .extracting(TopicSummary::id)
                .containsExactly(open.id());
    }

    private static Pursuit named(String title) {
        return new Pursuit(title, "Which?", "", List.of(), List.of("falls"), "en", null, null);
    }

    private Topic move(Viewer.SignedIn who, Topic topic, TopicState becomes, String why) {
        return site.topics.move(who, topic.id(), becomes, why, topic.revision());
    }
}
