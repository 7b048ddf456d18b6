package rounds.web.about;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rounds.search.RecentSearches;
import rounds.search.SavedSearches;
import rounds.support.Site;

/// What the page promises about searches is what the product does.
class PrivacyPageTest {
    private static final Site SITE = Site.running();

    @ParameterizedTest
    @CsvSource({
        "en, '%d searches, each for %d days', 'for %d days', 'at most once an hour'",
        "fr, '%d recherches, chacune pendant %d jours', 'pendant %d jours', 'au plus une fois par heure'"
    })
    void itTellsHowLongSearchesAreKeptAndWhereTheyEnd(
            String language, String recent, String deleted, String told) {
        var page =
                Jsoup.parse(SITE.visitor().cookie("lang", language).get("/about/privacy").body());

        assertThat(item(page, "/search/recent"))
                .contains(recent.formatted(RecentSearches.MOST, RecentSearches.DAYS));
        assertThat(item(page, "/searches"))
                .contains(deleted.formatted(SavedSearches.KEPT_DAYS), told);
    }

    /// The one that leads there.
    private static String item(Element page, String path) {
        return page.select("main li:has(a[href=" + path + "])").text();
    }
}
