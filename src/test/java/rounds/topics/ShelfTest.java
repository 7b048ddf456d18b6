package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.topics.AroundSite.problemOf;
import static rounds.topics.AroundSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.order.Step;

/// What is worth reading about a topic, in reading order.
class ShelfTest {
    private final AroundSite site = AroundSite.emptied();
    private Viewer.SignedIn mod;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn stranger;
    private long topic;
    private ContentRef one;
    private ContentRef two;
    private ContentRef three;

    @BeforeEach
    void gathered() {
        long valley = site.community("valley", "public");
        mod = site.member("mod", valley, "moderator");
        ada = site.member("ada", valley);
        stranger = site.person("stranger");
        topic = site.topic(valley, mod, "How low?");
        one = site.resource(mod, "valley", "One");
        two = site.discussion(mod, "valley", "Two");
        three = site.resource(mod, "valley", "Three");
    }

    private void all() {
        site.shelf.put(mod, topic, one, "Read this first");
        site.shelf.put(mod, topic, two, "");
        site.shelf.put(mod, topic, three, "");
    }

    @Test
    void whatStandsThereIsReadInItsOrderWithALineWhy() {
        all();
        site.shelf.put(mod, topic, one, "Again");

        Shelved seen = site.shelf.of(stranger, topic);

        assertThat(seen.entries())
                .extracting(ShelfEntry::title)
                .containsExactly("One", "Two", "Three");
        assertThat(seen.entries().getFirst().why()).isEqualTo("Read this first");
        assertThat(seen.entries().getFirst().titled().kind()).isEqualTo("tool");
        assertThat(seen.entries().get(1).titled().kind()).isEqualTo("question");
        assertThat(seen.entries().getFirst().addedBy()).as("for members alone").isNull();
        assertThat(site.shelf.of(ada, topic).entries().getFirst().addedBy()).isNotNull();
        site.shelf.say(mod, topic, one, "For the table on page 7");
        assertThat(site.shelf.of(ada, topic).entries().getFirst().why())
                .isEqualTo("For the table on page 7");
        assertThat(refused(() -> site.shelf.say(mod, topic, one, "x".repeat(301))))
                .containsExactly("why");
    }

    @Test
    void itIsMovedUpDownToTheTopAndToAPlace() {
        all();

        site.shelf.move(mod, topic, three.id(), new Step.Up(), null);
        assertThat(site.titles(ada, topic)).containsExactly("One", "Three", "Two");
        site.shelf.move(mod, topic, one.id(), new Step.Down(), null);
        assertThat(site.titles(ada, topic)).containsExactly("Three", "One", "Two");
        site.shelf.move(mod, topic, two.id(), new Step.To(1), null);
        assertThat(site.titles(ada, topic)).containsExactly("Two", "Three", "One");
        site.shelf.move(mod, topic, two.id(), new Step.To(2), null);
        assertThat(site.titles(ada, topic)).containsExactly("Three", "Two", "One");
        site.shelf.move(mod, topic, three.id(), new Step.To(99), null);
        assertThat(site.titles(ada, topic)).containsExactly("Two", "One", "Three");
        site.shelf.move(mod, topic, three.id(), new Step.Before(two.id()), null);
        assertThat(site.titles(ada, topic)).containsExactly("Three", "Two", "One");
        site.shelf.move(mod, topic, three.id(), new Step.After(one.id()), null);
        assertThat(site.titles(ada, topic)).containsExactly("Two", "One", "Three");
    }

    @Test
    void thereIsAlwaysRoomBetweenTwo() {
        all();
        ContentRef last = two;
        ContentRef moved = three;
        for (int i = 0; i < 60; i++) {
            site.shelf.move(mod, topic, moved.id(), new Step.After(one.id()), null);
            ContentRef other = last;
            last = moved;
            moved = other;
        }
        assertThat(site.titles(ada, topic)).containsExactly("One", "Two", "Three");
    }

    @Test
    void whoMovesIsToldOfOthersWhoDidSinceSheLooked() {
        all();
        Viewer.SignedIn other = site.member("other", community(), "chair");
        int seen = site.shelf.of(mod, topic).arranged();

        assertThat(site.shelf.move(mod, topic, three.id(), new Step.Up(), seen)).isFalse();
        assertThat(site.shelf.move(mod, topic, three.id(), new Step.Up(), seen))
                .as("her own")
                .isFalse();
        assertThat(site.shelf.move(other, topic, three.id(), new Step.Down(), seen)).isTrue();
        site.shelf.take(other, topic, one);
        assertThat(problemOf(() -> site.shelf.move(mod, topic, one.id(), new Step.Up(), null)))
                .isEqualTo(new Problem.Conflict("gather.shelf.moved-meanwhile"));
    }

    private long community() {
        return site.db.count("select id from community where slug = 'valley'");
    }

    @Test
    void membersSuggestAndWhoTendsTheTopicTakesOrDeclines() {
        assertThat(site.shelf.put(ada, topic, one, "It helped me")).isFalse();
        site.shelf.put(ada, topic, two, "");
        site.shelf.put(ada, topic, three, "");

        assertThat(site.titles(ada, topic)).isEmpty();
        assertThat(site.shelf.of(ada, topic).suggested())
                .extracting(ShelfEntry::title)
                .containsExactly("One", "Two", "Three");
        assertThat(site.shelf.of(stranger, topic).suggested()).isEmpty();

        assertThat(site.shelf.put(mod, topic, one, "It helped me")).isTrue();
        site.shelf.decline(mod, topic, two);
        site.shelf.decline(ada, topic, three);

        Shelved seen = site.shelf.of(mod, topic);
        assertThat(seen.entries()).extracting(ShelfEntry::title).containsExactly("One");
        assertThat(seen.entries().getFirst().addedBy().id()).isEqualTo(ada.personId());
        assertThat(seen.suggested()).isEmpty();
        assertThat(problemOf(() -> site.shelf.decline(mod, topic, two)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void whoIsNoMemberPutsNothingThereAndNobodyWhereItHasEnded() {
        all();
        assertThat(problemOf(() -> site.shelf.put(stranger, topic, one, "")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.shelf.take(ada, topic, one)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.shelf.move(ada, topic, one.id(), new Step.Up(), null)))
                .isInstanceOf(Problem.Forbidden.class);
        site.state(topic, "archived");
        assertThat(problemOf(() -> site.shelf.take(mod, topic, one)))
                .isEqualTo(new Problem.Conflict("topics.not-under-way"));
        assertThat(site.titles(ada, topic)).hasSize(3);
    }

    @Test
    void whatIsHiddenLeavesTheShelfAndIsCountedForWhoTendsIt() {
        long coast = site.community("coast", "private");
        site.role(mod, coast, "member");
        ContentRef theirs = site.resource(mod, "coast", "Theirs");
        all();
        site.shelf.put(mod, topic, theirs, "");
        Viewer.SignedIn other = site.curator("other", topic);

        assertThat(site.titles(mod, topic)).containsExactly("One", "Two", "Three", "Theirs");
        assertThat(site.titles(ada, topic)).containsExactly("One", "Two", "Three");
        assertThat(site.shelf.of(ada, topic).unseen()).isZero();
        assertThat(site.shelf.of(other, topic).unseen()).isEqualTo(1);

        site.db.run("update resource set state = 'deleted' where id = " + one.id());
        assertThat(site.titles(ada, topic)).containsExactly("Two", "Three");
        assertThat(site.shelf.of(other, topic).unseen()).isEqualTo(2);
        assertThat(problemOf(() -> site.shelf.put(ada, topic, theirs, "")))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whereSomethingCanGoIsOfferedToMembers() {
        site.topic(site.community("coast", "public"), mod, "Elsewhere");
        all();

        assertThat(site.shelf.choices(ada, one))
                .extracting(ShelfChoice::title, ShelfChoice::curates, ShelfChoice::stands)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("How low?", false, "shelved"));
        assertThat(site.shelf.choices(stranger, one)).isEmpty();
    }

    @Test
    void whatIsPutThereWhileItsCommunityIsNarrowStaysNarrow() {
        site.db.run("update community set visibility = 'private' where slug = 'valley'");
        all();
        site.db.run("update community set visibility = 'public' where slug = 'valley'");

        assertThat(problemOf(() -> site.shelf.of(stranger, topic)))
                .isInstanceOf(Problem.NotFound.class);
    }
}
