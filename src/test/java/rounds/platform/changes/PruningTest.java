package rounds.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.database.Transactions;
import rounds.support.TestDatabase;

/// The change log does not grow for ever, and forgets nothing that somebody still has to read.
class PruningTest {
    private final TestDatabase db = TestDatabase.running();
    private final SystemChangeRepository rows = db.site().get(SystemChangeRepository.class);
    private final Transactions transactions = db.site().get(Transactions.class);

    @BeforeEach
    void twoOldChangesAndANewOne() {
        db.empty();
        db.run(
                """
                delete from consumer_position;
                insert into change_log (content_type, content_id, what, at)
                values ('post', 1, 'created', now() - interval '30 days'),
                       ('post', 2, 'created', now() - interval '30 days'),
                       ('post', 3, 'created', now())
                """);
    }

    @Test
    void whatIsOldGoes() {
        assertThat(prune()).isEqualTo(2);
        assertThat(db.rows("select content_id from change_log")).containsExactly("3");
        assertThat(transactions.system(() -> rows.isPruned(0, 0)))
                .as("whoever stands before it has missed something")
                .isTrue();
        assertThat(prune()).as("a second time").isZero();
    }

    @Test
    void whatALivingConsumerHasNotReadStays() {
        db.run(
                """
                insert into consumer_position (node, consumer, xid, id, seen_at)
                select 'slow', 'search', xid, id, now() from change_log where content_id = 1;
                insert into consumer_position (node, consumer, xid, id, seen_at)
                values ('stopped', 'search', '0', 0, now() - interval '2 days')
                """);

        assertThat(prune()).isEqualTo(1);
        assertThat(db.rows("select content_id from change_log order by 1"))
                .containsExactly("2", "3");
    }

    private int prune() {
        return transactions.system(() -> {
            rows.movePruned(7);
            return rows.prune();
        });
    }
}
