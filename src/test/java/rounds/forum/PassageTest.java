package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassageTest {
    @Test
    void aPassageIsFoundHoweverItsSignsWereTyped() {
        String words = "It’s “one list” – the nurse’s. En français\u00a0: «\u00a0une liste\u00a0».";

        assertThat(Passage.isIn(words, "It's \"one list\" - the nurse's.")).isTrue();
        assertThat(Passage.isIn(words, "français : \"une liste\"")).isTrue();
        assertThat(Passage.isIn("It's \"one list\"", "It’s “one list”")).isTrue();
        assertThat(Passage.isIn(words, "two lists")).isFalse();
        assertThat(Passage.of(words, "the nurse's")).isEqualTo("the nurse's");
    }
}
