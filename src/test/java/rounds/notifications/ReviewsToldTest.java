package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.glossary.Glossary;
import rounds.glossary.TermWords;
import rounds.kernel.Viewer;
import rounds.library.Curating;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.topics.Pursuit;
import rounds.topics.Summaries;
import rounds.topics.Topic;
import rounds.topics.TopicState;
import rounds.topics.Topics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Who hears that something is due to be looked at again.
class ReviewsToldTest {
    private final Neighbourhood site = Neighbourhood.emptied();
    private final Library library = site.db.site().get(Library.class);
    private final Curating curating = site.db.site().get(Curating.class);
    private final Glossary glossary = site.db.site().get(Glossary.class);
    private final ReviewReminders reminders = site.db.site().get(ReviewReminders.class);
    private final Instant now = Instant.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        long valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void ownersAndCuratorsAreToldOnceWhenTheDayHasPassed() {
        Resource falls =
                library.share(
                        ada,
                        "valley",
                        Details.of(ResourceKind.TOOL, "Falls"),
                        new Material.Text("Words"),
                        null);
        curating.curate(mod, falls.id(), null, false, today, null);
        term("HTN", today);
        term("SDH", today.plusDays(9));

        for (int i = 0; i < 2; i++) {
            reminders.remind(now);
            site.tell();
        }

        assertThat(site.told(ada)).containsExactly("review_due  Falls");
        assertThat(site.told(mod))
                .containsExactlyInAnyOrder("review_due  Falls", "review_due  HTN: HTN in words");
        assertThat(site.told(ben)).isEmpty();
    }

    @Test
    void whoOwnsAFocusTopicIsToldAsOfAllElse() {
        Topics topics = site.db.site().get(Topics.class);
        Topic topic =
                topics.propose(
                        ben,
                        "valley",
                        new Pursuit(
                                "Falls",
                                "Which first?",
                                "",
                                List.of(),
                                List.of(),
                                "en",
                                null,
                                null),
                        null);
        topics.move(mod, topic.id(), TopicState.OPEN, "", topic.revision());
        site.db
                .site()
                .get(Summaries.class)
                .save(mod, topic.id(), "One", "", 0, Summaries.Looked.NOT);
        topics.move(
                mod,
                topic.id(),
                TopicState.PUBLISHED,
                "",
                topics.topic(mod, topic.id()).revision());
        topics.planReview(mod, topic.id(), "ada", today, topics.topic(mod, topic.id()).revision());
        site.tell();
        site.db.run("delete from notification");

        for (int i = 0; i < 2; i++) {
            reminders.remind(now);
            site.tell();
        }

        assertThat(site.told(ada)).containsExactly("review_due  Falls");
        assertThat(site.told(ben)).doesNotContain("review_due  Falls");
    }

    @Test
    void whatIsDueAgainIsToldAgain() {
        term("HTN", today.minusDays(1));
        reminders.remind(now);
        site.tell();
        site.db.run("delete from notification");
        site.db.run("update term set review_on = review_on + 1");

        reminders.remind(now);
        site.tell();

        assertThat(site.told(mod)).containsExactly("review_due  HTN: HTN in words");
    }

    private void term(String name, LocalDate on) {
        glossary.add(
                mod,
                "valley",
                new TermWords(name, name + " in words", "", "en", "", List.of(), on),
                null);
    }
}
