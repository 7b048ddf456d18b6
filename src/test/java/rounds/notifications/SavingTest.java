package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.forum.Posted;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What people save for later, and how they are reminded of it.
class SavingTest {
    private static final LocalDate SPRING = LocalDate.parse("2027-03-15");

    private final Neighbourhood site = Neighbourhood.emptied();
    private final Reminders reminders = site.db.site().get(Reminders.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Posted dizzy;
    private ContentRef discussion;
    private ContentRef answer;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        dizzy = site.open(ben, "valley", "Dizzy");
        discussion = new ContentRef(ContentType.DISCUSSION, dizzy.discussionId());
        answer =
                new ContentRef(
                        ContentType.POST, site.reply(ben, dizzy, null, "Stand up slowly").postId());
    }

    @Test
    void whatIsSavedStandsInOnesListWithItsNote() {
        site.bookmarks.save(ada, discussion);
        site.bookmarks.save(ada, answer);
        site.bookmarks.save(ada, answer);
        site.bookmarks.change(ada, answer, "  Try with Mrs. L.  ", SPRING);

        List<Saved> saved = saved(ada, false);
        assertThat(saved)
                .extracting(one -> one.content().content())
                .containsExactly(answer, discussion);
        assertThat(saved.getFirst().note()).isEqualTo("Try with Mrs. L.");
        assertThat(saved(ada, true)).hasSize(1);
        assertThat(saved(ben, false)).isEmpty();

        site.bookmarks.remove(ada, answer);
        assertThat(saved(ada, false)).hasSize(1);
    }

    @Test
    void whoeverLeavesSeesNothingOfItAnyMore() {
        site.bookmarks.save(ada, discussion);
        site.remove(ada, valley);

        assertThat(saved(ada, false)).isEmpty();
        assertThatThrownBy(() -> site.bookmarks.save(ada, answer))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theReminderComesOnceOnItsDayWhereOneLives() {
        site.db.run(
                "update account set time_zone = 'Pacific/Auckland' where person_id = "
                        + ada.personId());
        site.bookmarks.save(ada, answer);
        site.bookmarks.change(ada, answer, "", SPRING);
        site.bookmarks.save(ben, answer);
        site.bookmarks.change(ben, answer, "", SPRING);

        // In Auckland it is 13 hours later than in Greenwich.
        reminders.remind(Instant.parse("2027-03-14T10:59:00Z"));
        assertThat(site.told(ada)).isEmpty();
        reminders.remind(Instant.parse("2027-03-14T11:01:00Z"));
        reminders.remind(Instant.parse("2027-03-14T11:02:00Z"));

        assertThat(site.told(ada)).containsExactly("reminder  Dizzy");
        assertThat(site.told(ben)).isEmpty();

        site.bookmarks.change(ada, answer, "", SPRING.plusDays(1));
        reminders.remind(Instant.parse("2027-03-16T12:00:00Z"));
        assertThat(
                        site.db.count(
                                "select count(*) from notification where reason = 'reminder' and person_id = "
                                        + ada.personId()))
                .isEqualTo(2);
    }

    @Test
    void nobodyIsRemindedOfWhatSheMayNoLongerRead() {
        site.bookmarks.save(ada, answer);
        site.bookmarks.change(ada, answer, "", SPRING);
        site.remove(ada, valley);
        reminders.remind(Instant.parse("2027-03-20T12:00:00Z"));

        assertThat(site.db.count("select count(*) from notification")).isZero();
    }

    @Test
    void aNoteThatIsTooLongIsRefusedInWords() {
        site.bookmarks.save(ada, answer);

        assertThatThrownBy(() -> site.bookmarks.change(ada, answer, "x".repeat(501), null))
                .hasMessageContaining("saved.note.too-long");
    }

    private List<Saved> saved(Viewer.SignedIn person, boolean reminders) {
        return site.bookmarks.page(person, reminders, null, 20).items();
    }
}
