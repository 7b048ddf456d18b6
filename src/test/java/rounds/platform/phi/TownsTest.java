package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

/// The town of which a story tells is asked about; what only looks like one is not.
class TownsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | She lives in Smithers with her son.   | She lives in a small town with her son.",
                "en | In Kelowna, nobody was on call.       | In a small town, nobody was on call.",
                "fr | Elle vit à Chibougamau.               | Elle vit dans une petite ville.",
                "fr | À Rivière-du-Loup, on l’attend.       | Dans une petite ville, on l’attend.",
            })
    void aTownInAStoryIsAskedAboutAndSaidMoreBroadly(String language, String text, String wider) {
        var found = Passage.inStory(text, language, Set.of());

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().certain()).isFalse();
        assertThat(Passage.widened(text, found, 0)).isEqualTo(wider);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Seen in March, in Emergency, in English, in BC and in Canada.",
                "In Parkinson disease this is rare, in Crohn's it is not.",
                "As described in Thompson et al, or in Bergström 2019.",
                "Vue à Noël, à Pâques, à Marie, à l’Hôpital.",
                "In Helicobacter infection. In Ozempic users.",
            })
    void whatIsNoTownIsLeftAlone(String text) {
        assertThat(Passage.inStory(text, "en", Set.of()))
                .filteredOn(one -> one.kind() == Kind.ADDRESS)
                .isEmpty();
    }

    @Test
    void aDiscussionMaySpeakOfAnyTown() {
        assertThat(Passage.in("The course is in Smithers.", "en")).isEmpty();
    }
}
