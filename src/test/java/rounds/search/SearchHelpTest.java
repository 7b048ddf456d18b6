package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Site;
import rounds.support.Visit;

import java.util.List;
import java.util.Map;

/// The page that explains the search leaves out nothing that the search knows, and each of its
/// examples is a search.
class SearchHelpTest {
    private static final Site SITE = Site.running();

    private Visit reader;

    @BeforeEach
    void aMember() {
        SITE.db().empty();
        reader = SITE.as(SITE.person("ada"));
        reader.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
    }

    private Document help(String language) {
        if (language.equals("fr")) {
            reader.post("/preferences", "lang", "fr", "next", "/search/help");
        }
        return Jsoup.parse(reader.get("/search/help").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyOperatorStandsOnItAndEverySign(String language) {
        List<String> examples = help(language).select(".syntax code").eachText();

        for (Operator operator : Operator.values()) {
            assertThat(examples)
                    .as("%s in %s", operator, language)
                    .anyMatch(example ->
                            Operator.NAMES.entrySet().stream()
                                    .filter(name -> name.getValue() == operator)
                                    .map(Map.Entry::getKey)
                                    .anyMatch(name -> example.startsWith(name + ":")));
        }
        String or = language.equals("fr") ? " OU " : " OR ";
        for (String sign : List.of("\"", " -", or, "(", "*")) {
            assertThat(examples).as(sign).anyMatch(example -> example.contains(sign));
        }
    }

    @Test
    void whatAStateIsCalledAndWhatCanBeHeldIsNamed() {
        String all = help("en").select(".syntax").text();

        assertThat(all).contains(Trait.codes()).contains(Facet.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyExampleIsAUnderstoodSearchOnAnEmptySite(String language) {
        Document help = help(language);
        assertThat(help.select("h1").text())
                .isEqualTo(language.equals("fr") ? "Comment chercher" : "How to search");

        for (Element link : help.select(".syntax a")) {
            var answer = reader.get(link.attr("href"));
            assertThat(answer.statusCode()).as(link.text()).isEqualTo(200);
            Document found = Jsoup.parse(answer.body());
            assertThat(found.select(".say.warn, .say.stop")).as(link.text()).isEmpty();
            assertThat(found.select("#s-q").attr("value")).isEqualTo(link.text());
        }
        assertThat(help.select(".syntax a[href*=ada]")).hasSize(1);
    }

    @Test
    void theSearchLeadsToIt() {
        assertThat(Jsoup.parse(reader.get("/search").body()).select("main a[href=/search/help]"))
                .isNotEmpty();
        assertThat(
                        Jsoup.parse(reader.get("/search?q=xqzjv").body())
                                .select(".empty a[href=/search/help]"))
                .hasSize(1);
        assertThat(SITE.visitor().get("/search/help").statusCode()).isEqualTo(200);
    }
}
