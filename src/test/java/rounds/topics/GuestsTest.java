package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.topics.AroundSite.problemOf;
import static rounds.topics.AroundSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.time.Duration;
import java.time.Instant;

/// A topic is shown to another community by consent of both, and never shows more than its reader
/// may read.
class GuestsTest {
    private final AroundSite site = AroundSite.emptied();
    private long coast;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn host;
    private Viewer.SignedIn eve;
    private long topic;

    @BeforeEach
    void gathered() {
        long valley = site.community("valley", "private");
        coast = site.community("coast", "listed");
        mod = site.member("mod", valley, "moderator");
        ada = site.member("ada", valley);
        host = site.member("host", coast, "moderator");
        eve = site.member("eve", coast);
        topic = site.topic(valley, mod, "How low?");
    }

    @Test
    void bothConsentAndEitherEndsIt() {
        site.guests.offer(mod, topic, "coast");
        site.guests.offer(mod, topic, "coast");

        assertThat(problemOf(() -> site.shelf.of(eve, topic)))
                .as("not accepted yet")
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.guests.in(eve, coast)).isEmpty();
        assertThat(site.guests.in(host, coast))
                .extracting(OfferedTopic::title, OfferedTopic::homeName, OfferedTopic::isAccepted)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("How low?", "valley", false));
        assertThat(site.shelf.of(host, topic)).as("looks at what she decides").isNotNull();

        site.guests.accept(host, topic, coast);
        assertThat(site.guests.in(eve, coast)).hasSize(1);
        assertThat(site.guests.of(ada, topic)).extracting(Guest::isAccepted).containsExactly(true);

        site.guests.end(host, topic, coast);
        assertThat(problemOf(() -> site.shelf.of(eve, topic))).isInstanceOf(Problem.NotFound.class);
        site.guests.offer(mod, topic, "coast");
        site.guests.end(mod, topic, coast);
        assertThat(site.guests.in(host, coast)).isEmpty();
    }

    @Test
    void onlyModeratorsOfferAcceptAndEnd() {
        Viewer.SignedIn curator = site.curator("curator", topic);
        assertThat(problemOf(() -> site.guests.offer(ada, topic, "coast")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.guests.offer(curator, topic, "coast")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(refused(() -> site.guests.offer(mod, topic, "valley")))
                .containsExactly("community");
        assertThat(refused(() -> site.guests.offer(mod, topic, "nowhere")))
                .containsExactly("community");
        site.guests.offer(mod, topic, "coast");
        assertThat(problemOf(() -> site.guests.accept(eve, topic, coast)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.guests.accept(mod, topic, coast)))
                .isInstanceOf(Problem.Conflict.class);
        site.guests.accept(host, topic, coast);
        assertThat(problemOf(() -> site.guests.end(eve, topic, coast)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> site.guests.end(ada, topic, coast)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aGuestReadsHowManyAndNoNamesAndOnlyWhatSheMayReadAnyway() {
        ContentRef inside = site.resource(ada, "valley", "Inside");
        ContentRef open = site.resource(mod, outside(), "Open");
        site.shelf.put(mod, topic, inside, "");
        site.shelf.put(mod, topic, open, "");
        site.shelf.put(ada, topic, site.resource(mod, "open", "Suggested"), "");
        site.questions.ask(ada, topic, "Who decides?");
        int put =
                site.agreements.put(
                        mod, topic, "The newest first.", Instant.now().plus(Duration.ofDays(7)));
        site.agreements.stand(ada, topic, put, Stance.OBJECT, "Too fast");
        site.practice.say(ada, topic, "Fits");
        site.guests.offer(mod, topic, "coast");
        site.guests.accept(host, topic, coast);

        Shelved shelf = site.shelf.of(eve, topic);
        assertThat(shelf.entries()).extracting(ShelfEntry::title).containsExactly("Open");
        assertThat(shelf.entries().getFirst().addedBy()).isNull();
        assertThat(shelf.suggested()).isEmpty();
        assertThat(shelf.unseen()).isZero();
        assertThat(site.questions.of(eve, topic).getFirst().askedBy()).isNull();
        AgreedApproach agreed = site.agreements.of(eve, topic);
        assertThat(agreed.open().objected()).isEqualTo(1);
        assertThat(agreed.open().putBy()).isNull();
        assertThat(agreed.reasons()).isFalse();
        assertThat(site.agreements.reasons(eve, topic, put)).isEmpty();
        UsedInPractice used = site.practice.of(eve, topic);
        assertThat(used.practised()).isEqualTo(1);
        assertThat(used.uses()).isEmpty();
        assertThat(used.may()).isFalse();
        assertThat(site.db.count("select count(*) from topic_practice")).isEqualTo(1);
        assertThat(problemOf(() -> site.questions.ask(eve, topic, "Me?")))
                .isInstanceOf(Problem.Forbidden.class);
    }

    private String outside() {
        site.role(mod, site.community("open", "public"), "member");
        return "open";
    }
}
