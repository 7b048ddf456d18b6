package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.topics.AroundSite.problemOf;
import static rounds.topics.AroundSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;

/// What people made of a summary.
class UsedInPracticeTest {
    private final AroundSite site = AroundSite.emptied();
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
    void whoUsedItSaysSoOnceAndInHerNewestWords() {
        site.practice.say(ben, topic, "Fits");
        site.practice.say(ben, topic, "Fits well");
        site.practice.say(ada, topic, "");

        UsedInPractice seen = site.practice.of(ada, topic);
        assertThat(seen.practised()).isEqualTo(2);
        assertThat(seen.uses()).extracting(TopicUse::note).containsExactly("Fits well");
        assertThat(seen.mine()).isNotNull();

        site.practice.takeBack(ben, topic);
        site.practice.takeBack(ben, topic);
        assertThat(site.practice.of(stranger, topic).practised()).isEqualTo(1);
        assertThat(site.practice.of(stranger, topic).may()).isFalse();
        assertThat(problemOf(() -> site.practice.say(stranger, topic, "Me")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(refused(() -> site.practice.say(ben, topic, "x".repeat(501))))
                .containsExactly("note");
    }

    @Test
    void whatHasNoSummaryIsNotUsed() {
        site.db.run("update topic set state = 'open', summary = 0 where id = " + topic);

        assertThat(problemOf(() -> site.practice.say(ben, topic, "Fits")))
                .isEqualTo(new Problem.Conflict("gather.no-summary"));
    }
}
