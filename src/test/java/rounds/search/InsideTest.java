package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What is found inside a document is what the search finds of it.
class InsideTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "fr, journée d'hier, La journée d’hier fut longue.",
                "fr, d'hier à l'hôpital, Arrivée d'hier à l'hôpital.",
                "fr, l'accueil, Améliorer l’accueil.",
                "fr, jour après jours, Revu jour après jour.",
                "en, day after days, We look day after day.",
                "en, the patient's chart, In the patient’s chart it says so.",
                "en, to be or not, To be or not to be.",
                "en, o'clock rounds, The eight o'clock rounds.",
                "en, 1.5 mg daily, Give 1.5 mg daily.",
            })
    void aPhraseIsFoundAsTheSearchFindsIt(String language, String phrase, String text) {
        var wanted = new Inside.Wanted(List.of(), List.of(phrase), Language.of(language));

        assertThat(wanted.best(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "fr, journée d'hier, Hier la journée fut longue.",
                "fr, journée d'hier, La journée de travail d'hier.",
                "en, day after day, The day after.",
                "en, blood pressure, Pressure on blood banks.",
                "en, blood pressure, Blood banks under pressure.",
            })
    void otherOrderAndWordsInBetweenAreNoPhrase(String language, String phrase, String text) {
        var wanted = new Inside.Wanted(List.of(), List.of(phrase), Language.of(language));

        assertThat(wanted.best(text)).isNull();
    }

    @Test
    void wordsOfOneStemAreOneWord() {
        var wanted = new Inside.Wanted(List.of("treat", "treated"), List.of(), Language.ENGLISH);

        assertThat(wanted.best("It is treated at home.")).isNotNull();
        assertThat(wanted.best("It heals at home.")).isNull();
    }

    @Test
    void aWordThatTypesettingToreApartIsHealed() {
        var wanted = new Inside.Wanted(List.of("office"), List.of(), Language.ENGLISH);

        assertThat(wanted.best("During of fi ce hours.")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "5 mg, Give 5mg twice.",
        "5mg, Give 5 mg twice.",
        "covid19, All about COVID-19 here.",
        "followup, The follow-up was short.",
    })
    void whatIsWrittenAsOneIsFoundThereToo(String words, String text) {
        var wanted = new Inside.Wanted(List.of(words.split(" ")), List.of(), Language.ENGLISH);

        assertThat(wanted.best(text)).isNotNull();
    }
}
