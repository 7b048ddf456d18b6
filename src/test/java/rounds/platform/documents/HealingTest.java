package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

class HealingTest {

    /// As they come out of real papers. Without the space they are the words that were meant.
    static Stream<String> split() {
        return """
        fl exible|defi ne|signifi cant|diffi culty|offi ce|fi rst|fi nd|fi ndings|fi ve|fi eld
        fi gure|fi nal|fi nancial|fl uid|fl ow|fl oor|infl uenza|infl ammation|refl ect|confl ict
        refl ection|confi dence|confi rmed|specifi c|specifi cally|scientifi c|identifi ed|modifi ed
        classifi cation|benefi t|benefi ts|profi le|defi ciency|defi nition|effi cacy|effi cient
        coeffi cient|suffi cient|traffi c|offi cial|diff erent|diff erence|eff ect|eff ective|eff ort
        aff ected|suff ering|buff ered|off ered|off ering|off ers|staff ed|staff ing|stiff ness|coff ee
        Signifi cant|Defi ning|Diff erences|Eff ects|Offi ce|Classifi cation|artifi cial|certifi cate
        magnifi cation|quantifi ed|stratifi ed|verifi ed|fi bre|fi brosis|fi brillation|infi ltration
        effi cace|diffi cile|signifi catif|spécifi que|bénéfi ce|confi ance|modifi é|profi ter|scientifi que
        identifi er|fi èvre|défi nition|défi cience|suffi sant|suffi samment|infl uence|réfl exion|affi rme
        non-signifi cant|di ff erent|e ff ect|su ffi cient|di ffi cult|e ffi cacy|o ff er|di fferent|speci fi c|signi fi cant\nbene fi t|arti fi cial|Classi fi cation|graffi ti|paraffi n|shuffl ed|baffl ed|muffl ed
        """
                .lines()
                .flatMap(line -> Stream.of(line.strip().split("\\|")));
    }

    /// Two words, though the first ends as the halves of broken ones do.
    static Stream<String> apart() {
        return """
        staff worked|off line|cliff edge|sheriff said|un défi national|staff and|off the|stiff neck
        staff members|stuff happens|a tariff was|the plaintiff argued|bailiff came|handcuff injuries
        cuff pressure|cuff tear|puff adder|bluff called|sniff test|whiff of|midriff pain|dandruff shampoo
        payoff for|tradeoff between|cutoff value|cutoff of|layoff notices|takeoff roll|runoff water
        standoff with|handoff tool|spinoff company|kickoff meeting|falloff in|rebuff them|pontiff spoke
        mastiff bites|foodstuff safety|chaff from|gruff voice|scruff of|wifi access|hifi sound|Wi-fi network
        8 fl oz|12 ff and|le défi majeur|ce défi est|il a suffi de|cela suffi rait-il|staff est|bluff politique
        Wolff reported|Hoff et|Korsakoff psychosis|Bischoff und|Gaddafi said|Radcliff hospital|Woodruff found
        Ratliff score|Cardiff study|Soufi master|off to|off duty|a fine day|the first|an effort|this field|or find|to fill|well off and|staff nurse|staff physician
        """
                .lines()
                .flatMap(line -> Stream.of(line.strip().split("\\|")))
                // A form of "suffire" that a reader would join, too.
                .filter(words -> !words.contains("rait-il"));
    }

    @ParameterizedTest
    @MethodSource("split")
    void wordsThatFellApartAreJoined(String words) {
        assertThat(healed("It is " + words + ", they say"))
                .isEqualTo("It is " + words.replace(" ", "") + ", they say");
    }

    @ParameterizedTest
    @MethodSource("apart")
    void wordsThatStandSideBySideStay(String words) {
        assertThat(healed("It is " + words + ", they say"))
                .isEqualTo("It is " + words + ", they say");
    }

    @Test
    void thereAreEnoughOfBoth() {
        assertThat(split().distinct().count()).isGreaterThan(80);
        assertThat(apart().distinct().count()).isGreaterThan(60);
    }

    @Test
    void aNameThatEndsASentenceElsewhereIsAWord() {
        assertThat(healed("They met Zarifi. The next day Zarifi went home"))
                .isEqualTo("They met Zarifi. The next day Zarifi went home");
    }

    @Test
    void lettersThatWerePrintedAsOneBecomeTwo() {
        assertThat(
                        healed(
                                "\ufb01rst e\ufb00ect o\ufb03ce \ufb02ow ba\ufb04ed \ufb06and signi\ufb01 cant"))
                .isEqualTo("first effect office flow baffled stand significant");
    }

    @Test
    void accentsStandOnTheirLettersAndNothingSteersAMachine() {
        assertThat(healed("e\u0301tat\u0000 \ufeffstable")).isEqualTo("état   stable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hyper-/tension",
                "anti-/coagulant",
                "manage-/ment",
                "hospi-/tal",
                "treat-/ments",
                "cardio-/vascular",
                "phy-/sicians",
                "patho-/genesis",
                "inter-/vention",
                "hy-/pertension",
                "ré-/gion",
                "traite-/ment",
                "high-/light",
                "self-/ish",
                "long-/itudinal",
                "fol-/lowed",
                "part-/ner",
                "well-/ness",
                "dis-/ease",
                "com-/munity",
                "short-/age",
                "low-/er"
            })
    void hyphensThatOnlyTheEndOfALineAskedForGo(String word) {
        assertThat(printed("It is " + word.replace('/', '\n') + " that counts"))
                .isEqualTo("It is " + word.replace("-/", "") + " that counts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long-/term",
                "short-/term",
                "self-/care",
                "well-/being",
                "high-/risk",
                "evidence-/based",
                "patient-/centred",
                "double-/blind",
                "cross-/sectional",
                "decision-/making",
                "first-/line",
                "state-/of-the-art",
                "follow-/up",
                "peut-/être",
                "elle-/même",
                "celle-/ci",
                "sous-/groupe",
                "anti-/TNF",
                "COVID-/19",
                "12-/15",
                "day-to-/day",
                "a-t-/il"
            })
    void hyphensOfTheWordStay(String word) {
        assertThat(printed("It is " + word.replace('/', '\n') + " that counts"))
                .isEqualTo("It is " + word.replace("/", "") + " that counts");
    }

    @Test
    void whatStandsElsewhereInTheDocumentDecides() {
        var pages =
                List.of(
                        new PageText(1, "", "A micro-\nlearning session"),
                        new PageText(2, "", "Our micro-learning works"));
        assertThat(Healing.healed(pages, DocumentType.PDF).getFirst().text())
                .isEqualTo("A micro-learning session");
        assertThat(printed("A micro-\nlearning session")).isEqualTo("A microlearning session");
    }

    @Test
    void linesBecomeParagraphsAndListsStayLists() {
        assertThat(
                        printed(
                                """
                                The group met every month to talk about patients
                                whom they found hard to help. Minutes were kept by
                                turns.

                                What helped:
                                • Somebody who asks
                                • Time

                                and a room with a door that
                                """))
                .isEqualTo(
                        """
                        The group met every month to talk about patients whom they found hard to help. Minutes were kept by turns.

                        What helped:
                        • Somebody who asks
                        • Time and a room with a door that\
                        """);
    }

    @Test
    void soDoesATextOfAMillionLettersInAMoment() {
        String hostile = "fi ".repeat(200_000) + "-\n".repeat(200_000) + "ﬁ".repeat(100_000);
        long begun = processorTime();
        printed(hostile);
        assertThat((processorTime() - begun) / 1_000_000).isLessThan(3_000);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String healed(String text) {
        return Healing.healed(List.of(new PageText(1, "", text)), DocumentType.DOCX)
                .getFirst()
                .text();
    }

    private static String printed(String text) {
        return Healing.healed(List.of(new PageText(1, "", text)), DocumentType.PDF)
                .getFirst()
                .text();
    }
}
