package rounds.web.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.database.Ids;
import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/// The glossary over HTTP, as a browser without script and as a program see it.
class GlossaryPagesTest {
    private static final Site SITE = Site.running();
    private static final String GLOSSARY = "/c/valley/glossary";

    private Somebody ada;
    private Somebody mod;
    private Somebody eve;
    private long valley;

    @BeforeEach
    void people() {
        SITE.db().empty();
        ada = SITE.person("ada");
        mod = SITE.person("mod");
        eve = SITE.person("eve");
        valley = SITE.community("valley", "private");
        SITE.member(valley, ada);
        SITE.member(valley, mod, "moderator");
    }

    @Test
    void whatAMemberProposesStandsThereWhenACuratorTakesIt() {
        HttpResponse<String> proposed =
                add(ada, "name", "HTN", "expansion", "hypertension", "meaning", "High *pressure*");
        assertThat(SITE.as(ada).follow(proposed).body())
                .contains("What you proposed", "hypertension", "Take it back");
        Somebody bob = SITE.person("bob");
        SITE.member(valley, bob);
        assertThat(SITE.as(bob).get(GLOSSARY).body()).doesNotContain("hypertension");
        String desk = SITE.as(mod).get(GLOSSARY).body();
        assertThat(desk).contains("hypertension", "Proposed by", "Take it into the glossary");

        SITE.as(mod).post(GLOSSARY + "/" + only() + "/take");

        Document page = Jsoup.parse(SITE.as(bob).get(GLOSSARY).body());
        assertThat(page.select(".term dfn").text()).isEqualTo("HTN");
        assertThat(page.select(".term .prose em").text()).isEqualTo("pressure");
        assertThat(page.select(".term").attr("id")).isEqualTo("t" + only());
        assertThat(page.select(".term a[href$=edit]")).isEmpty();
        assertThat(acts()).containsExactly("term_taken");
    }

    @Test
    void whoeverProposedReadsWhyItWasNotTakenAndClearsItAway() {
        add(ada, "name", "HTN", "expansion", "hypertension");
        String term = GLOSSARY + "/" + only();

        HttpResponse<String> refused = SITE.as(mod).post(term + "/decline", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"hypertension\"");
        SITE.as(mod).post(term + "/decline", "reason", "Everybody knows it");

        assertThat(SITE.as(ada).get(GLOSSARY).body()).contains("Everybody knows it");
        SITE.as(ada).post(term + "/withdrawal");
        assertThat(SITE.db().count("select count(*) from term")).isZero();
    }

    @Test
    void aWordStandsOnceInALanguageHoweverItIsWritten() {
        enter("name", "Été", "expansion", "Summer", "language", "fr", "spellings", "saison");

        HttpResponse<String> refused =
                add(mod, "name", "ETE", "expansion", "other words", "language", "fr");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“Été” stands in the glossary already", "value=\"other words\"");
        assertThat(add(ada, "name", "Saison", "expansion", "x", "language", "fr").statusCode())
                .isEqualTo(422);
        assertThat(add(mod, "name", "ETE", "expansion", "x", "language", "en").statusCode())
                .isEqualTo(303);
        assertThat(add(mod, "name", "?", "expansion", "").body())
                .contains("Give the word or the abbreviation", "Say what it stands for");
    }

    @Test
    void whatStoodThereBeforeIsKeptAndNobodyOverwritesUnseenWords() {
        enter("name", "HTN", "expansion", "hypertension");
        String edit = GLOSSARY + "/" + only() + "/edit";

        SITE.as(mod).post(edit, "name", "HTN", "expansion", "high pressure", "revision", "1");
        HttpResponse<String> late =
                SITE.as(mod).post(edit, "name", "HTN", "expansion", "late words", "revision", "1");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("value=\"late words\"", "changed it meanwhile");
        Document before =
                Jsoup.parse(SITE.as(ada).get(GLOSSARY + "/" + only() + "/revisions").body());
        assertThat(before.select("del").text()).contains("hypertension");
        assertThat(before.select("ins").text()).contains("high pressure");
        assertThat(SITE.as(ada).post(edit, "name", "x", "expansion", "y").statusCode())
                .isEqualTo(403);
    }

    @Test
    void mergedTermsAreFoundUnderBothNamesAndWhatIsTakenOutComesBack() {
        enter("name", "HTN", "expansion", "hypertension", "spellings", "htn; BP");
        String merged = only();
        enter("name", "Hypertension", "meaning", "High pressure");

        HttpResponse<String> unknown =
                SITE.as(mod).post(GLOSSARY + "/" + merged + "/merge", "into", "Nowhere");
        assertThat(unknown.statusCode()).isEqualTo(422);
        SITE.as(mod).post(GLOSSARY + "/" + merged + "/merge", "into", "hypertension");

        Document page = Jsoup.parse(SITE.as(ada).get(GLOSSARY).body());
        assertThat(page.select(".term dfn").eachText()).containsExactly("Hypertension");
        assertThat(page.select(".term .meta").text()).contains("HTN, htn, BP");
        assertThat(SITE.as(ada).get(GLOSSARY + "?find=bp").body()).contains("High pressure");
        String other = id("Hypertension");
        SITE.as(mod).post(GLOSSARY + "/" + other + "/removal");
        assertThat(SITE.as(ada).get(GLOSSARY).body()).doesNotContain("High pressure");
        SITE.as(mod).post(GLOSSARY + "/" + other + "/take");
        assertThat(SITE.as(ada).get(GLOSSARY).body()).contains("High pressure");
    }

    @Test
    void aFormSentTwiceMakesOneTerm() {
        add(ada, "name", "HTN", "expansion", "hypertension", "submission", "once");
        add(ada, "name", "HTN", "expansion", "hypertension", "submission", "once");

        assertThat(SITE.db().count("select count(*) from term")).isEqualTo(1);
    }

    @Test
    void whoIsNotInAPrivateCommunityFindsNothing() {
        enter("name", "HTN", "expansion", "hypertension");

        for (Visit visit : List.of(SITE.visitor(), SITE.as(eve))) {
            assertThat(visit.get(GLOSSARY).statusCode()).isEqualTo(404);
            assertThat(visit.get(GLOSSARY + "/words").statusCode()).isEqualTo(404);
            assertThat(visit.get(GLOSSARY + "/" + only() + "/revisions").statusCode())
                    .isEqualTo(404);
        }
        assertThat(add(eve, "name", "X1", "expansion", "y").statusCode()).isEqualTo(404);
        assertThat(SITE.api(eve).get("/api/v1/terms/" + only()).status()).isEqualTo(404);
    }

    @Test
    void scriptsGetTheWordsOnceAndAgainOnlyWhenTheyHaveChanged() {
        assertThat(SITE.as(ada).get("/c/valley/discussions").body()).doesNotContain("data-words");
        enter("name", "HTN", "expansion", "hypertension", "meaning", "High *pressure*");

        assertThat(SITE.as(ada).get("/c/valley/discussions").body())
                .contains("data-words=\"/c/valley/glossary/words\"");
        HttpResponse<String> first = SITE.as(ada).get(GLOSSARY + "/words");
        assertThat(first.body()).contains("\"name\":\"HTN\"", "\"meaning\":\"High pressure\"");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        Visit again = SITE.as(ada).header("If-None-Match", tag);
        assertThat(again.get(GLOSSARY + "/words").statusCode()).isEqualTo(304);

        SITE.as(mod).post(GLOSSARY + "/" + only() + "/edit", "name", "HTN", "expansion", "high");

        assertThat(again.get(GLOSSARY + "/words").body()).contains("\"expansion\":\"high\"");
        SITE.db().run("update account set shows_meanings = false");
        assertThat(SITE.as(ada).get("/c/valley/discussions").body()).doesNotContain("data-words");
    }

    @Test
    void whatIsDueForReviewSaysSo() {
        enter("name", "HTN", "expansion", "hypertension", "review-on", "2020-01-31");
        enter("name", "SDH", "expansion", "determinants", "review-on", "2190-01-31");

        Document page = Jsoup.parse(SITE.as(ada).get(GLOSSARY).body());

        assertThat(page.select(".term:has(.say.warn) dfn").eachText()).containsExactly("HTN");
        assertThat(page.select(".term:has(.say.warn)").text()).contains("Due for review");
        assertThat(page.text()).contains("To be looked at again on");
    }

    @Test
    void searchFindsTerms() {
        enter("name", "HTN", "expansion", "hypertension", "spellings", "H-tn", "meaning", "Tight");
        add(ada, "name", "XYZ", "expansion", "tight proposal");

        Api.Answer found = SITE.api(mod).get("/api/v1/search?q=tight&type=term");
        assertThat(found.body().get("items").size()).isEqualTo(1);
        assertThat(SITE.as(mod).get("/search?q=htn").body())
                .contains("<mark>HTN</mark>: <mark>hypertension</mark>", "Term");
        assertThat(SITE.api(eve).get("/api/v1/search?q=tight").body().get("items")).isEmpty();
    }

    @Test
    void curatorsSeeWhatIsDueOfAllKinds() {
        enter("name", "HTN", "expansion", "hypertension", "review-on", "2020-01-31");
        enter("name", "SDH", "expansion", "determinants", "review-on", "2190-01-31");

        Document due = Jsoup.parse(SITE.as(mod).get("/c/valley/due").body());

        assertThat(due.select("main .row h3").eachText()).containsExactly("HTN: hypertension");
        assertThat(SITE.as(ada).get("/c/valley/due").statusCode()).isEqualTo(403);
    }

    @Test
    void programsDoTheSame() {
        Api curator = SITE.api(mod);
        Api.Answer proposed =
                SITE.api(ada)
                        .post(
                                "/api/v1/communities/valley/terms",
                                Map.of("name", "HTN", "expansion", "hypertension"),
                                "one");
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.body().get("state").asText()).isEqualTo("proposed");
        String term = "/api/v1/terms/" + proposed.body().get("id").asText();
        assertThat(SITE.api(ada).send("PUT", term + "/state", "{\"state\":\"standing\"}").status())
                .isEqualTo(403);

        assertThat(curator.send("PUT", term + "/state", "{\"state\":\"standing\"}").status())
                .isEqualTo(204);
        Api.Answer stale = curator.send("PATCH", term, "{\"meaning\":\"High\"}", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        Api.Answer changed = curator.send("PATCH", term, "{\"meaning\":\"High\"}", "\"1\"");
        assertThat(changed.body().get("expansion").asText()).isEqualTo("hypertension");
        assertThat(curator.get(term + "/revisions").body().get("items").size()).isEqualTo(1);
        assertThat(
                        SITE.api(ada)
                                .get("/api/v1/communities/valley/terms")
                                .body()
                                .get("items")
                                .get(0)
                                .get("meaning")
                                .asText())
                .isEqualTo("High");
    }

    private HttpResponse<String> add(Somebody who, String... fields) {
        return SITE.as(who).post(GLOSSARY, fields);
    }

    private void enter(String... fields) {
        HttpResponse<String> entered = add(mod, fields);
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
    }

    private static String only() {
        return Ids.text(SITE.db().count("select min(id) from term"));
    }

    private static String id(String name) {
        return Ids.text(SITE.db().count("select id from term where name = '%s'".formatted(name)));
    }

    private static List<String> acts() {
        return SITE.db().rows("select act from community_log order by id");
    }
}
