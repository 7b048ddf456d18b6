package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// Passages that a form is asked about, and what may stand in their place.
class IdentifiedTest {
    @Test
    void aNameOfferedMoreAtOnePlaceThanAtAnotherIsSaidMoreBroadlyAtBoth() {
        Form form = form("Mrs. Kowalski came. Her son, Kowalski, drove.");
        Identified name = Identified.in(form).getFirst();

        assertThat(name.times()).isEqualTo(2);
        assertThat(name.isLeftOut()).isFalse();
        assertThat(
                        Identified.ask(form.with("widen", "body.1.1"), () -> true)
                                .orElseThrow()
                                .form()
                                .text("body"))
                .isEqualTo("A relative came. Her son drove.");
    }

    @Test
    void whenTheLastPassageIsSaidMoreBroadlyThePageSaysThatNothingIsSentYet() {
        Form form = form("Mrs. Kowalski and Mr. Brown came.");
        Filled one = Identified.ask(form.with("widen", "body.1.0"), () -> true).orElseThrow();
        Filled other =
                Identified.ask(one.form().with("widen", "body.1.0"), () -> true).orElseThrow();

        assertThat(one.isWidened()).isFalse();
        assertThat(other.isWidened()).isTrue();
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void whatOnlyLeavesANameOutSaysSo() {
        assertThat(Identified.in(form("Her son Gurpreet Gill drove.")).getFirst().isLeftOut())
                .isTrue();
    }

    private static Form form(String body) {
        return new Form(Map.of("body", List.of(body)));
    }
}
