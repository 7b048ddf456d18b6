package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What is found inside a document is what the search finds of it.
class InsideTest {
    private final Inside inside = new Inside(new Contents(List.of(new Shelf())));

    private Inside.Wanted wanted(String q, String language) {
        return inside.wanted(q, language);
    }

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
        Inside.Wanted wanted = wanted("\"" + phrase + "\"", language);

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
        Inside.Wanted wanted = wanted("\"" + phrase + "\"", language);

        assertThat(wanted.best(text)).isNull();
    }

    @Test
    void wordsOfOneStemAreOneWord() {
        Inside.Wanted wanted = wanted("treat treated", "en");

        assertThat(wanted.best("It is treated at home.")).isNotNull();
        assertThat(wanted.best("It heals at home.")).isNull();
    }

    @Test
    void aWordThatTypesettingToreApartIsHealed() {
        Inside.Wanted wanted = wanted("office", "en");

        assertThat(wanted.best("During of fi ce hours.")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "insulin OR metformin, Metformin is enough., true",
        "insulin OR metformin, Neither helps., false",
        "insulin OR metformin, Metformin before insulin., true",
        "(pump OR pen) insulin, Insulin by a pen., true",
        "(pump OR pen) insulin, A pen for writing., false",
        "(pump OR pen) insulin, Insulin by a needle., false",
        "(\"blood pressure\" OR weight) goal, The goal for blood pressure., true",
        "(\"blood pressure\" OR weight) goal, Pressure on blood banks has a goal., false",
        "insu* pen, A pen of insulin., true",
        "insu* pen, A pen of ink., false",
        "INSU* pen, A pen of Insulin., true",
        "medi* OR pen, Médicament., true",
        "offic* hours, During of fi ce hours., true",
        "insulin -pump, Insulin by a pump., false",
        "insulin -pump, Insulin by a pen., true",
        "insulin -(pump OR pen), Insulin by a pen., false",
        "insulin -pum*, Insulin by two pumps., false",
        "insulin -\"old pump\", Insulin and an old pump., false",
        "insulin -\"old pump\", Insulin by a pump that is old., true",
        "(insulin pump) OR pen, Insulin., false",
        "treat OR treat*, He is treated., true",
        "treat treat*, He is treated., true",
        "insulin OR (treat* -home), They treat at home., false",
        "in:club insulin OR year:2024 metformin, Metformin., true",
    })
    void choicesAndBeginningsCountAsInTheSearch(String q, String text, boolean found) {
        assertThat(wanted(q, "en").best(text) != null).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "insulin pump, Insulin by a pen., true",
        "insulin pump, A pen for writing., false",
        "(insulin OR metformin) pump, A pump., true",
        "(insulin OR metformin) pump, Metformin., true",
        "insulin \"old pump\", An old pump., true",
        "insulin \"old pump\", The pump is old., false",
        "insulin pump -pen, Insulin by a pen., false",
        "-pen, Insulin., false",
    })
    void whereNothingHoldsAllOneOfThemIsEnough(String q, String text, boolean found) {
        assertThat(inside.anyOf(q, "en").best(text) != null).isEqualTo(found);
    }

    @Test
    void whatBeginsSoIsMarkedAndWhatIsTakenAwayIsNot() {
        Inside.Wanted wanted = wanted("insu* -pump", "en");

        assertThat(wanted.marked("Insulin by pump, or insulated.").segments())
                .filteredOn(Passage.Segment::marked)
                .extracting(Passage.Segment::text)
                .containsExactly("Insulin", "insulated");
    }

    @ParameterizedTest
    @CsvSource({
        "5 mg, Give 5mg twice.",
        "5mg, Give 5 mg twice.",
        "covid19, All about COVID-19 here.",
        "followup, The follow-up was short.",
    })
    void whatIsWrittenAsOneIsFoundThereToo(String q, String text) {
        assertThat(wanted(q, "en").best(text)).isNotNull();
        assertThat(wanted("5mg", "en").best("Five of 5 patients.")).isNull();
    }

    @Test
    void whoOnlyTakesAwayAsksForNothing() {
        assertThat(wanted("-pump", "en").isEmpty()).isTrue();
        assertThat(wanted("-pump", "en").best("Insulin.")).isNull();
        assertThat(wanted("insu*", "en").isEmpty()).isFalse();
    }
}
