package rounds.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.search.Respelt;
import rounds.search.Understood;
import rounds.support.Site;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Which words of a page are marked that was opened from a search, and with what it is opened.
class MarksTest {
    private static final Site SITE = Site.running();

    private Visit reader;

    @BeforeEach
    void somebody() {
        SITE.db().empty();
        reader = SITE.as(SITE.person("ada"));
    }

    private static JsonNode marks(Visit visit, String... fields) throws Exception {
        HttpResponse<String> answer = visit.post("/search/marks", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> words(JsonNode marks) {
        var words = new ArrayList<String>();
        marks.get("words").forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void wordsAreMarkedAsTheSearchFindsThemEachInItsLanguage() throws Exception {
        JsonNode marks =
                marks(
                        reader,
                        "q",
                        "treating insu* -pump \"care plan\" kind:question",
                        "aloud",
                        "en",
                        "lang",
                        "en",
                        "words",
                        "treated\ntreat\ninsulin\npump\nplans\nquestion\nhouse",
                        "lang",
                        "fr",
                        "words",
                        "insuline\ntraités");

        assertThat(words(marks))
                .containsExactly("treated", "treat", "insulin", "plans", "insuline");
        assertThat(marks.get("says").get("other").asText()).isEqualTo("{n} places on this page");
        assertThat(marks.get("says").get("now").asText()).isEqualTo("Place {n} of {m}");
    }

    @Test
    void noMoreLanguagesAreLookedThroughThanAPageHas() throws Exception {
        var fields = new ArrayList<String>(List.of("q", "insu*", "aloud", "en"));
        for (int n = 1; n <= 21; n++) {
            fields.addAll(List.of("lang", "en", "words", "insulin" + n));
        }
        fields.addAll(List.of("lang", "", "words", "insulina"));

        assertThat(words(marks(reader, fields.toArray(String[]::new)))).hasSize(20);
    }

    @Test
    void wordsWithoutBlanksAreMarkedWithinOthers() throws Exception {
        JsonNode marks =
                marks(reader, "q", "糖尿病", "aloud", "en", "lang", "ja", "words", "慢性の糖尿病の患者");

        assertThat(words(marks)).containsExactly("糖尿病");
    }

    @Test
    void whatSaysNothingMarksNothing() throws Exception {
        JsonNode marks = marks(SITE.visitor(), "q", "by:ada", "aloud", "fr", "lang", "en");

        assertThat(words(marks)).isEmpty();
        assertThat(marks.get("says").get("next").asText()).isEqualTo("Endroit suivant");
        assertThat(reader.post("/search/marks", "q", "x".repeat(1_001), "aloud", "en").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aHitIsOpenedWithTheWordsThatWereLookedFor() {
        reader.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        reader.post(
                "/c/home-care/discussions",
                "kind",
                "question",
                "title",
                "Who reads the faxes?",
                "body",
                "The lavender folder.");

        assertThat(way("/search?q=lavender")).endsWith("?marks=lavender");
        assertThat(way("/search?q=lavendar+folder")).endsWith("?marks=lavender+folder");
        assertThat(way("/search?q=kind:question")).doesNotContain("marks");
    }

    /// What was just written may be a moment on its way into the index.
    private String way(String path) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String way = "";
        while (way.isEmpty() && System.nanoTime() < until) {
            way = Jsoup.parse(reader.get(path).body()).select(".hit h3 a").attr("href");
            LockSupport.parkNanos(50_000_000);
        }
        return way;
    }

    @Test
    void whatIsShortForSomethingIsOpenedWithBoth() {
        assertThat(
                        Opening.of(
                                "HTN diet -htn by:htn hypo",
                                understood(
                                        List.of("HTN", "diet", "hypo"),
                                        List.of(new Respelt("hypo", "hypo*")),
                                        List.of(
                                                new Understood.Meaning(
                                                        "HTN",
                                                        List.of(
                                                                "hypertension",
                                                                "high blood pressure"))))))
                .isEqualTo("(HTN OR hypertension OR \"high blood pressure\") diet -htn hypo*");
        assertThat(
                        Opening.of(
                                "in:\"Home care\" \"to: by:ada\" folder (fax OR -kind:case) -type:post",
                                understood(List.of("folder"), List.of(), List.of())))
                .isEqualTo("\"to: by:ada\" folder (fax)");
        assertThat(Opening.of("by:ada", understood(List.of(), List.of(), List.of()))).isEmpty();
    }

    private static Understood understood(
            List<String> words, List<Respelt> respelt, List<Understood.Meaning> meant) {
        return new Understood(
                words,
                respelt,
                List.of(),
                meant,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                List.of(),
                Understood.Match.ALL);
    }
}
