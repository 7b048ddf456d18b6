package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import rounds.support.Site;

/// A request that the server cannot even read is answered by a page like any other.
class TooLongTest {
    private static final Site SITE = Site.running();

    @Test
    void anAddressThatIsTooLongIsAnsweredByOurOwnPage() {
        var answer = SITE.visitor().get("/search?q=" + "a".repeat(17_000));

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html");
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo("This address is too long");
        assertThat(page.select("main a[href=/search]")).hasSize(1);
    }

    @Test
    void headersThatAreTooLongAreTooMuch() {
        var answer = SITE.visitor().header("X-Long", "a".repeat(20_000)).get("/search");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Too much at once");
    }
}
