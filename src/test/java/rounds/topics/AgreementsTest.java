package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.topics.AroundSite.problemOf;
import static rounds.topics.AroundSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.time.Duration;
import java.time.Instant;

/// What a community agrees on in a topic.
class AgreementsTest {
    private final AroundSite site = AroundSite.emptied();
    private final Instant soon = Instant.now().plus(Duration.ofDays(7));
    private Viewer.SignedIn mod;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn stranger;
    private long topic;

    @BeforeEach
    void gathered() {
        long valley = site.community("valley", "public");
        mod = site.member("mod", valley, "moderator");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        stranger = site.person("stranger");
        topic = site.topic(valley, mod, "How low?");
    }

    @Test
    void membersSayWhatTheyThinkAndSaySomethingElseUntilItCloses() {
        int put = site.agreements.put(mod, topic, "The *newest* first.", soon);
        site.agreements.stand(ada, topic, put, Stance.OBJECT, "Too fast");
        site.agreements.stand(ben, topic, put, Stance.CONCERN, "Who looks again?");
        site.agreements.stand(mod, topic, put, Stance.AGREE, "");
        site.agreements.stand(ada, topic, put, Stance.AGREE, "");

        AgreedApproach seen = site.agreements.of(ben, topic);
        Agreement open = seen.open();
        assertThat(open.html().value()).contains("<em>newest</em>");
        assertThat(open.agreed()).isEqualTo(2);
        assertThat(open.concerned()).isEqualTo(1);
        assertThat(open.objected()).isZero();
        assertThat(open.mine().stance()).isEqualTo(Stance.CONCERN);
        assertThat(site.agreements.reasons(ben, topic, put).getFirst().reason())
                .isEqualTo("Who looks again?");
        assertThat(seen.answers()).isTrue();
        assertThat(seen.puts()).isFalse();

        site.agreements.standNoMore(ben, topic, put);
        assertThat(site.agreements.of(ben, topic).open().concerned()).isZero();
        assertThat(refused(() -> site.agreements.stand(ben, topic, put, Stance.OBJECT, " ")))
                .containsExactly("note");
    }

    @Test
    void whoIsNoMemberReadsTheStatementAndHowManyAndNoNames() {
        int put = site.agreements.put(mod, topic, "The newest first.", soon);
        site.agreements.stand(ada, topic, put, Stance.OBJECT, "Too fast");

        AgreedApproach seen = site.agreements.of(stranger, topic);

        assertThat(seen.open().objected()).isEqualTo(1);
        assertThat(seen.open().putBy()).isNull();
        assertThat(seen.reasons()).isFalse();
        assertThat(site.agreements.reasons(stranger, topic, put)).isEmpty();
        assertThat(problemOf(() -> site.agreements.stand(stranger, topic, put, Stance.AGREE, "")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.agreements.put(ada, topic, "Mine", soon)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(
                        problemOf(() ->
                                site.agreements.close(
                                        ada, topic, put, AgreementState.AGREED, "So")))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void itsResultIsSaidInWordsAndAnotherTakesItsPlaceLater() {
        int first = site.agreements.put(mod, topic, "The newest first.", soon);
        site.agreements.stand(ada, topic, first, Stance.OBJECT, "Too fast");
        assertThat(problemOf(() -> site.agreements.put(mod, topic, "Another", soon)))
                .isEqualTo(new Problem.Conflict("gather.agreement.another"));
        assertThat(
                        refused(() ->
                                site.agreements.close(
                                        mod, topic, first, AgreementState.AGREED, "")))
                .as("what became of the objection")
                .containsExactly("outcome");
        site.agreements.close(mod, topic, first, AgreementState.AGREED, "Slower now");
        assertThat(problemOf(() -> site.agreements.stand(ada, topic, first, Stance.AGREE, "")))
                .isEqualTo(new Problem.Conflict("gather.agreement.over"));

        site.state(topic, "review");
        int second = site.agreements.put(mod, topic, "The newest first, slowly.", soon);
        AgreedApproach both = site.agreements.of(ada, topic);
        assertThat(both.open().number()).isEqualTo(2);
        assertThat(both.inForce().number()).isEqualTo(1);
        assertThat(both.inForce().outcome()).isEqualTo("Slower now");

        site.agreements.close(mod, topic, second, AgreementState.AGREED, "");
        AgreedApproach after = site.agreements.of(ada, topic);
        assertThat(after.inForce().number()).isEqualTo(2);
        assertThat(after.earlier()).extracting(Agreement::number).containsExactly(1);
    }

    @Test
    void whenTheDateIsPastNobodyAnswersAndTheResultIsStillToBeSaid() {
        int put = site.agreements.put(mod, topic, "The newest first.", soon);
        site.agreements.stand(ada, topic, put, Stance.AGREE, "");
        site.db.run(
                "update topic_agreement set put_at = now() - interval '9 days', closes_at = now() - interval '1 day'");

        AgreedApproach seen = site.agreements.of(ben, topic);
        assertThat(seen.open().past()).isTrue();
        assertThat(seen.answers()).isFalse();
        assertThat(problemOf(() -> site.agreements.stand(ben, topic, put, Stance.AGREE, "")))
                .isEqualTo(new Problem.Conflict("gather.agreement.over"));
        site.agreements.close(mod, topic, put, AgreementState.NOT_AGREED, "Too few answered");
        assertThat(site.agreements.of(ben, topic).earlier()).hasSize(1);
        assertThat(refused(() -> site.agreements.put(mod, topic, "Late", Instant.now())))
                .containsExactly("closes");
        assertThat(refused(() -> site.agreements.put(mod, topic, " ", soon)))
                .containsExactly("statement");
    }
}
