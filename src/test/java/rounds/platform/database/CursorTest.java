package rounds.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

class CursorTest {

    @Test
    void comesBackAsItWasAndStandsInAnAddress() {
        Instant at = Instant.parse("2026-01-02T03:04:05.123456Z");
        String text = Cursor.after("Santé, « rurale »", at, 42L);

        Cursor cursor = Objects.requireNonNull(Cursor.parse(text, 3));

        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(cursor.text(0)).isEqualTo("Santé, « rurale »");
        assertThat(cursor.instant(1)).isEqualTo(at);
        assertThat(cursor.number(2)).isEqualTo(42);
    }

    @Test
    void noneMeansTheBeginning() {
        assertThat(Cursor.parse(null, 2)).isNull();
        assertThat(Cursor.parse("", 2)).isNull();
    }

    @Test
    void textThatWeDidNotMakeIsRefused() {
        for (String text :
                List.of(
                        "x",
                        "%%%",
                        "a".repeat(5_000),
                        Cursor.after("one"),
                        Cursor.after("a", "b", "c"),
                        "_w")) {
            assertThatThrownBy(() -> Cursor.parse(text, 2))
                    .as(text)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            thrown ->
                                    assertThat(thrown.problem())
                                            .isInstanceOf(Problem.Invalid.class));
        }
    }
}
