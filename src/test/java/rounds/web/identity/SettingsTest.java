package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.util.List;
import java.util.Map;

class SettingsTest {
    private static final Site SITE = Site.running();

    private Somebody ada;

    @BeforeEach
    void empty() {
        SITE.db().empty();
        ada = SITE.person("ada");
    }

    @Test
    void othersSeeWhatAPersonSaysOfHerself() {
        var answer =
                SITE.as(ada)
                        .post(
                                "/settings",
                                "timeZone",
                                "America/Toronto",
                                "name",
                                " Ada\u200b  Lovelace ",
                                "handle",
                                "ada",
                                "profession",
                                "Family physician",
                                "place",
                                "Kenora",
                                "expertise",
                                "dizziness, falls,, dizziness",
                                "emr",
                                "OSCAR",
                                "languages",
                                "en",
                                "languages",
                                "fr",
                                "about",
                                "<b>Two</b>\r\nlines");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(SITE.as(SITE.person("ben")).get("/u/ada").body())
                .contains(
                        "<h1>Ada Lovelace</h1>",
                        "Kenora",
                        "dizziness, falls",
                        "Français",
                        "&lt;b&gt;Two&lt;/b&gt;");
        assertThat(SITE.as(ada).get("/settings").body()).contains("dizziness, falls");
        assertThat(SITE.db().count("select count(*) from change_log where content_type = 'person'"))
                .isEqualTo(1);
    }

    @Test
    void toVisitorsNobodyIsThere() {
        var there = SITE.visitor().get("/u/ada");
        var nowhere = SITE.visitor().get("/u/zoe");

        assertThat(there.statusCode()).isEqualTo(nowhere.statusCode()).isEqualTo(404);
        assertThat(Ordinary.of(there.body()).replace("/u/ada", ""))
                .isEqualTo(Ordinary.of(nowhere.body()).replace("/u/zoe", ""));
    }

    @Test
    void namesThatCannotBeReadAreRefusedAndOthersAreShownAsGiven() {
        for (String name : List.of("", " ", "\u200b\u202e\u2060", "\u3164", "\u2800", "...")) {
            assertThat(rename(name)).as("'" + name + "'").isEqualTo(422);
        }
        for (String name :
                List.of("Zoë Côté", "李小龍", "Ó Dálaigh", "محمد", "DROP TABLE", "{{7*7}}")) {
            assertThat(rename(name)).as(name).isEqualTo(303);
            assertThat(SITE.as(ada).get("/u/ada").body()).contains("<h1>" + name + "</h1>");
        }
    }

    private int rename(String name) {
        return SITE.as(ada)
                .post("/settings", "name", name, "handle", "ada", "timeZone", "America/Toronto")
                .statusCode();
    }

    @Test
    void pagesSpeakAndLookAsSheLikes() {
        Visit browser = SITE.as(ada);

        var answer =
                browser.post(
                        "/settings",
                        "name",
                        "Ada",
                        "handle",
                        "ada",
                        "language",
                        "fr",
                        "theme",
                        "dark",
                        "timeZone",
                        "America/Vancouver");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.get("/settings").body())
                .contains("lang=\"fr\"", "data-theme=\"dark\"", "Réglages");
    }

    @Test
    void oneFormHoldsAllOfItAndARefusalLosesNothingAndSaysAtEachFieldWhatIsWrong() {
        Visit browser = SITE.as(ada);
        assertThat(Jsoup.parse(browser.get("/settings").body()).select("main form")).hasSize(1);

        var refused =
                browser.post(
                        "/settings",
                        "name",
                        "Ada Lovelace",
                        "handle",
                        "ada",
                        "profession",
                        "x".repeat(101),
                        "place",
                        "Kenora",
                        "theme",
                        "dark",
                        "timeZone",
                        "Mars/Olympus");

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select(".refused li a").eachAttr("href"))
                .containsExactly("#f-profession", "#f-timeZone");
        assertThat(page.select(".refused li").eachText())
                .containsExactly(
                        "A profession may have 100 characters at most.",
                        page.select("#e-timeZone").text());
        for (String field : List.of("profession", "timeZone")) {
            var entry = page.select("#f-" + field);
            assertThat(entry.attr("aria-invalid")).as(field).isEqualTo("true");
            assertThat(entry.attr("aria-describedby")).as(field).contains("e-" + field);
            assertThat(page.select("#e-" + field)).as(field).hasSize(1);
        }
        assertThat(page.select("#f-name").val()).isEqualTo("Ada Lovelace");
        assertThat(page.select("#f-place").val()).isEqualTo("Kenora");
        assertThat(page.select("#f-theme option[selected]").val()).isEqualTo("dark");
        assertThat(SITE.db().rows("select name from person where handle = 'ada'"))
                .doesNotContain("Ada Lovelace");
        assertThat(SITE.db().count("select count(*) from account where theme = 'dark'")).isZero();
    }

    @Test
    void theyLeadToTheSearchesThatAreKeptAndSayWhetherRecentOnesAre() {
        Document settings = Jsoup.parse(SITE.as(ada).get("/settings").body());
        assertThat(settings.select("section[aria-labelledby=h-searches] a").eachAttr("href"))
                .containsExactly("/searches", "/search/recent");
        assertThat(settings.select("section[aria-labelledby=h-searches]").text())
                .contains("Kept for you alone.");

        SITE.as(ada).post("/search/recent/keeping", "keeps", "no");

        settings = Jsoup.parse(SITE.as(ada).get("/settings").body());
        assertThat(settings.select("section[aria-labelledby=h-searches]").text())
                .contains("Switched off: nothing is kept.")
                .doesNotContain("Kept for you");
    }

    @Test
    void whatIsSwitchedOnAPageFollowsHerToOtherDevicesAndMails() {
        SITE.as(ada).post("/preferences", "lang", "fr");
        SITE.as(ada).post("/preferences", "light", "dark");
        SITE.as(ada).post("/preferences", "lang", "\"><b>", "light", "sepia");

        Visit other = SITE.as(SITE.again(ada));
        assertThat(other.get("/settings").body())
                .contains("lang=\"fr\"", "data-theme=\"dark\"", "Réglages");
        SITE.visitor().post("/reset", "email", "ada@example.org");
        assertThat(SITE.db().rows("select language from mail")).containsExactly("fr");
    }

    @Test
    void whatADeviceWasSwitchedToBeforeGivesWayToWhatSheChose() {
        Visit shared = SITE.as(ada).cookie("lang", "en").cookie("light", "light");
        SITE.db().run("update account set language = 'fr', theme = 'dark'");

        assertThat(shared.get("/settings").body()).contains("lang=\"fr\"", "data-theme=\"dark\"");
        assertThat(SITE.visitor().cookie("lang", "fr").get("/about/help").body())
                .contains("lang=\"fr\"");
    }

    @Test
    void overTlsCookiesDemandIt() {
        try (Site secure =
                Site.start("secure", Map.of("rounds.base-url", "https://rounds.example.org"))) {
            var answer =
                    secure.visitor()
                            .header("Sec-Fetch-Site", "same-origin")
                            .post("/sign-in", "login", "ada", "password", Site.PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.matches("__Host-[sr]=.*"))
                    .hasSize(2)
                    .allSatisfy(cookie ->
                            assertThat(cookie)
                                    .contains("Secure", "HTTPOnly", "SameSite=Lax", "Path=/")
                                    .doesNotContain("Domain"));
        }
    }

    @Test
    void samplePeopleComeInOnlyWhileTheSampleIsOn() {
        SITE.db().run("update account set sample = true");

        assertThat(signIn(SITE, Site.PASSWORD)).isEqualTo(422);
        try (Site sample =
                Site.start(
                        "sample",
                        Map.of(
                                "rounds.sample",
                                "on",
                                "rounds.sample-password",
                                "let us look around"))) {
            assertThat(signIn(sample, Site.PASSWORD)).isEqualTo(422);
            assertThat(signIn(sample, "let us look around")).isEqualTo(303);
        }
    }

    private static int signIn(Site site, String password) {
        return site.visitor().post("/sign-in", "login", "ada", "password", password).statusCode();
    }
}
