package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Renewing;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.platform.database.Ids;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Citing what is in the library, and filling in its form from a reference.
class CitingTest {
    private static final Site SITE = Site.running();
    private static final String LIBRARY = "/c/home-care/library";

    private Somebody adaHerself;
    private Visit ada;

    @BeforeEach
    void people() {
        SITE.db().empty();
        adaHerself = SITE.person("ada");
        ada = SITE.as(adaHerself);
        ada.post("/communities", "name", "Home care", "visibility", "private", "languages", "en");
        SITE.db().run("update community set slug = 'home-care'");
    }

    @Test
    void aResourceIsCitedOnItsPageAndGivenToReferenceManagers() {
        Resource guide = shared("Falls & \"gait\"");

        Document page = Jsoup.parse(ada.get(guide.path()).body());
        HttpResponse<String> ris = ada.get(export(guide, "ris"));

        assertThat(page.select("#citation").text())
                .matches("Falls & \"gait\"\\. Version 1\\. Home care; 20\\d\\d\\.");
        assertThat(page.select("#cite a").eachAttr("href"))
                .containsExactly(export(guide, "ris"), export(guide, "bib"), export(guide, "json"));
        assertThat(ris.body())
                .contains("TI  - Falls & \"gait\"\r\n", "UR  - " + SITE.address(guide.path()));
        assertThat(ris.headers().firstValue("Content-Type"))
                .contains("application/x-research-info-systems;charset=utf-8");
        assertThat(ris.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"falls20\\d\\d\\.ris\"");
        assertThat(ada.get(export(guide, "bib")).body()).startsWith("@misc{falls20");
        assertThat(ada.get(export(guide, "json")).body()).startsWith("[{\"id\":\"falls20");
    }

    @Test
    void anEarlierVersionIsCitedAsWhatItIs() {
        Resource guide = shared("Falls");
        SITE.bean(Renewing.class)
                .renew(viewer(), guide.id(), new Material.Text("Newer words"), "Newer");

        assertThat(ada.get(export(guide, "ris")).body()).contains("ET  - 2\r\n");
        assertThat(ada.get(export(guide, "ris") + "?version=1").body()).contains("ET  - 1\r\n");
        assertThat(
                        Jsoup.parse(ada.get("/r/" + Ids.text(guide.id()) + "/v/1").body())
                                .select("#cite a")
                                .eachAttr("href"))
                .allMatch(address -> address.endsWith("?version=1"));
    }

    @Test
    void whoMayNotReadAResourceMayNotCiteItEither() {
        Resource guide = shared("Falls");
        Visit eve = SITE.as(SITE.person("eve"));

        for (String format : List.of("bib", "ris", "json")) {
            for (Visit other : List.of(eve, SITE.visitor())) {
                HttpResponse<String> refused = other.get(export(guide, format));
                assertThat(refused.statusCode()).isEqualTo(404);
                assertThat(refused.body()).doesNotContain("Falls");
            }
        }
    }

    @Test
    void aPastedReferenceFillsTheFormAndSharesNothing() {
        HttpResponse<String> answer =
                send(
                        "form",
                        "link",
                        "fill",
                        "yes",
                        "description",
                        "Why it helps",
                        "year",
                        "1999",
                        "citation",
                        """
                        @article{a, title = {Falls in caf{\\'e}s}, author = {Diallo, Amadou B. and {Falls Group}},
                          journal = {CMAJ}, year = 2021, doi = {10.1503/cmaj.1}}
                        """);

        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("#f-title").val()).isEqualTo("Falls in cafés");
        assertThat(page.select("#f-authors").val().strip()).isEqualTo("Diallo AB\nFalls Group");
        assertThat(page.select("#f-journal").val()).isEqualTo("CMAJ");
        assertThat(page.select("#f-year").val()).isEqualTo("2021");
        assertThat(page.select("#f-doi").val()).isEqualTo("10.1503/cmaj.1");
        assertThat(page.select("#f-url").val()).isEqualTo("https://doi.org/10.1503/cmaj.1");
        assertThat(page.select("#f-kind option[selected]").val()).isEqualTo("article");
        assertThat(page.select("#f-description").val().strip()).isEqualTo("Why it helps");
        assertThat(SITE.db().count("select count(*) from resource")).isZero();
    }

    @Test
    void whatCannotBeReadIsSaidAtTheFieldAndNothingIsLost() {
        HttpResponse<String> answer =
                send("form", "text", "fill", "yes", "title", "Mine", "citation", "Falls. 2020.");

        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("#e-citation").text()).contains("no reference");
        assertThat(page.select("#f-citation").val().strip()).isEqualTo("Falls. 2020.");
        assertThat(page.select("#f-title").val()).isEqualTo("Mine");
    }

    @Test
    void theFirstButtonOfTheFormShares() {
        Document page = Jsoup.parse(ada.get(LIBRARY + "/new?form=link").body());

        assertThat(page.select("form.sharing button:not([type=button])").first().attr("name"))
                .isEmpty();
    }

    private Resource shared(String title) {
        return SITE.bean(Library.class)
                .share(
                        viewer(),
                        "home-care",
                        Details.of(ResourceKind.TOOL, title),
                        new Material.Text("Words"),
                        null);
    }

    private Viewer.SignedIn viewer() {
        return new Viewer.SignedIn(adaHerself.id(), adaHerself.session(), 1);
    }

    private static String export(Resource resource, String format) {
        return "/r/" + Ids.text(resource.id()) + "/cite." + format;
    }

    private HttpResponse<String> send(String... fields) {
        var body = new StringBuilder(part("csrf", ada.csrf()));
        for (int i = 0; i < fields.length; i += 2) {
            body.append(part(fields[i], fields[i + 1]));
        }
        return ada.sendBytes(
                LIBRARY,
                "multipart/form-data; boundary=here",
                body.append("--here--\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name, String value) {
        return "--here\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }
}
