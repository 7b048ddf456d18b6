package rounds.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Change;
import rounds.kernel.ChangeConsumer;
import rounds.kernel.ContentRef;
import rounds.kernel.Position;
import rounds.platform.database.Transactions;
import rounds.support.TestDatabase;

import java.util.ArrayList;
import java.util.List;

/// A change that a consumer cannot take in, and what an administrator does about it.
class SettingAsideTest {
    private final TestDatabase db = TestDatabase.running();
    private final Failures failures = db.site().get(Failures.class);
    private final Fragile fragile = new Fragile();
    private final Follower follower =
            new Follower(
                    fragile,
                    db.site().get(ChangeLog.class),
                    db.site().get(SystemChangeRepository.class),
                    db.site().get(Transactions.class),
                    "a node of this test");

    @BeforeEach
    void empty() {
        db.empty();
    }

    @Test
    void itIsSetAsideAfterTenTriesTheRestGoesOnAndItIsTakenInWhenTriedAgain() {
        db.run(
                """
                insert into change_log (content_type, content_id, what)
                values ('post', 1, 'created'), ('post', 666, 'audience'), ('post', 3, 'edited')
                """);

        readAll();

        assertThat(fragile.taken).containsExactly(1L, 3L);
        assertThat(failures.newest())
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.contentId()).isEqualTo(666);
                    assertThat(failure.what()).isEqualTo("audience");
                    assertThat(failure.error()).contains("out of order");
                });

        fragile.broken = false;
        assertThat(failures.tryAllAgain()).isEqualTo(1);
        readAll();

        assertThat(fragile.taken).containsExactly(1L, 3L, 666L);
        assertThat(failures.count()).isZero();
    }

    private void readAll() {
        // Each look tries what fails once, and then once alone.
        for (int look = 0; look < 15; look++) {
            follower.readOn();
        }
    }

    /// Takes in everything but one post.
    private static final class Fragile implements ChangeConsumer {
        private final List<Long> taken = new ArrayList<>();
        private Position position = Position.START;
        private boolean broken = true;

        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public Position position() {
            return position;
        }

        @Override
        public void handle(List<Change> changes) {
            List<Long> ids = changes.stream().map(Change::content).map(ContentRef::id).toList();
            if (broken && ids.contains(666L)) {
                throw new IllegalStateException("out of order");
            }
            taken.addAll(ids);
            position = changes.getLast().position();
        }
    }
}
