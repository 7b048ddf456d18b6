package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Naming people and pointing to content, as browsers, programs and feeds meet it.
class PointersPagesTest {
    private static final Site SITE = Site.running();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Somebody boHerself;
    private Visit ada;
    private Visit bo;
    private Visit cyd;
    private String open;
    private String secret;

    @BeforeEach
    void twoCommunities() {
        SITE.db().empty();
        ada = SITE.as(SITE.person("ada"));
        boHerself = SITE.person("bob");
        bo = SITE.as(boHerself);
        cyd = SITE.as(SITE.person("cyd"));
        ada.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        ada.post("/communities", "name", "Back room", "visibility", "private", "languages", "en");
        // The made address of a private community cannot be guessed.
        SITE.db().run("update community set slug = 'back-room' where name = 'Back room'");
        join(1, "home-care", "bob");
        join(2, "back-room", "bob");
        open = begin("home-care", "Whose list?", "Three lists.");
        secret = begin("back-room", "Secret & plan", "Nobody else.");
    }

    @Test
    void whoCannotReadThePlaceIsNamedInTheRefusalAndTheWordsStay() {
        HttpResponse<String> refused =
                ada.post("/d/" + id(secret) + "/posts", "body", "Ask @cyd & me");

        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(refused.body());
        assertThat(form.select("#e-body").text())
                .contains("Cyd (@cyd)")
                .contains("cannot read")
                .contains("invite");
        assertThat(form.select("textarea").text()).isEqualTo("Ask @cyd & me");
    }

    @Test
    void aNameLeadsToThePersonAlsoWhenSheTakesAnotherHandle() {
        ada.post("/d/" + id(open) + "/posts", "body", "Ask @bob");
        String link = page(ada, open).select("#p2 .prose a.at").attr("href");
        SITE.db()
                .run(
                        "update person set handle = 'robin', handle_shape = 'robln' where handle = 'bob'");

        HttpResponse<String> led = ada.get(link);

        assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith("/u/robin");
        assertThat(SITE.visitor().get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void aRoleLeadsToThoseWhoHoldIt() {
        ada.post("/d/" + id(open) + "/posts", "body", "Please, @moderators");
        String link = page(ada, open).select("#p2 .prose a.at").attr("href");

        assertThat(ada.get(link).headers().firstValue("Location").orElseThrow())
                .endsWith("/c/home-care/members?role=moderator");
    }

    @Test
    void onlyThoseWhoReadThePlaceAreOffered() {
        assertThat(names(ada, "answer." + id(secret), "")).containsExactly("@bob");
        assertThat(names(ada, "answer." + id(secret), "b")).containsExactly("@bob");
        assertThat(names(ada, "answer." + id(secret), "cy")).isEmpty();
        assertThat(names(cyd, "answer." + id(secret), "b")).isEmpty();
        assertThat(names(ada, "answer." + id(secret), "moder")).containsExactly("@moderators");
        assertThat(SITE.visitor().get("/names?place=answer." + id(open)).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void accentsDoNotHideAName() {
        SITE.db().run("update person set name = 'Élise Bé' where handle = 'bob'");

        assertThat(names(ada, "answer." + id(open), "elis")).containsExactly("@bob");
        assertThat(names(ada, "answer." + id(open), "BÉ")).containsExactly("@bob");
    }

    @Test
    void whoWasRemovedIsNotOfferedAndIsOfferedNothingAtOnce() {
        SITE.db().run("update membership set until_at = now() where id = 2");

        assertThat(names(ada, "answer." + id(secret), "")).isEmpty();
        assertThat(names(bo, "answer." + id(secret), "")).isEmpty();
    }

    @Test
    void contentIsOfferedToThoseWhoReadItAndChosenByItsId() {
        assertThat(found(ada, "secret")).containsExactly("[[d:" + id(secret) + "]]");
        assertThat(found(cyd, "secret")).isEmpty();
        page(ada, secret);
        ada.post("/d/" + id(secret) + "/seen", "n", "1");
        assertThat(texts(cyd.get("/pointers"))).isEmpty();
    }

    @Test
    void aHalfTypedTitleIsFoundAndSaysWhatItIsAndWhere() {
        begin("home-care", "Hypertension in the morning", "Words.");
        String french =
                begin(
                        "home-care",
                        "L’hypotension du soir",
                        "Les infirmières la mesurent chaque soir et nous écrivent ce qu’elles ont trouvé.");

        for (String typed :
                new String[] {"hy", "hyper", "hypertensi", "Hypertensio", "morning hyper"}) {
            assertThat(ada.get("/pointers?q=" + encoded(typed)).body())
                    .as(typed)
                    .contains("Hypertension in the morning", "Question · Home care · Ada");
        }
        assertThat(found(ada, "morning hypot")).as("no title holds both").isEmpty();
        assertThat(found(ada, "evening hyper")).isEmpty();
        assertThat(found(ada, "hypot")).containsExactly("[[d:" + id(french) + "]]");
        assertThat(found(ada, "evening zyper")).isEmpty();
        assertThat(found(ada, "secr")).containsExactly("[[d:" + id(secret) + "]]");
        assertThat(found(cyd, "secr")).isEmpty();
        page(ada, secret);
        ada.post("/d/" + id(secret) + "/place", "seen", "1");
        assertThat(ada.get("/pointers?lang=fr").body()).contains("Question · Back room · Ada");
    }

    @Test
    void aTitleIsFilledInForThoseWhoReadItWhereverThePostIsShown() throws Exception {
        ada.post("/d/" + id(open) + "/posts", "body", "See [[d:" + id(secret) + "]] now");
        String post = page(ada, open).select("#p2 header a[href^=/p/]").attr("href");

        for (String path :
                new String[] {
                    open,
                    open + "?view=time",
                    "/d/" + id(open) + "/news?after=1",
                    "/d/" + id(open) + "/reply?to=" + post.substring(3),
                    "/api/v1" + post.replace("/p/", "/posts/"),
                    "/api/v1/discussions/" + id(open) + "/posts",
                    "/feeds/d/" + id(open) + ".atom",
                    post + "/tried",
                }) {
            String hers = cyd.get(path).body() + SITE.visitor().get(path).body();
            assertThat(hers).as(path).doesNotContain("Secret").doesNotContain("secret");
            if (cyd.get(path).statusCode() == 200) {
                assertThat(hers).as(path).contains("content you cannot open");
            }
            if (!path.startsWith("/feeds") && !path.endsWith("/tried")) {
                // A cookie opens no door of the API.
                String his =
                        path.startsWith("/api")
                                ? SITE.api(boHerself).get(path).body().toString()
                                : bo.get(path).body();
                assertThat(his).as(path).contains("Secret");
            }
        }
        assertThat(bo.get(post + "/tried").body()).contains("Secret");
    }

    @Test
    void whatLeadsHereStandsUnderThePostForThoseWhoReadIt() {
        bo.post("/d/" + id(secret) + "/posts", "body", "As in [[d:" + id(open) + "|that list]]");

        assertThat(page(bo, open).select("#p1 .linked-from").text())
                .contains("Secret & plan")
                .contains("Back room");
        assertThat(page(cyd, open).select(".linked-from")).isEmpty();
        String post = page(bo, open).select("#p1 header a[href^=/p/]").attr("href");
        assertThat(page(bo, post + "/mentions").select(".referrers li")).hasSize(1);
        assertThat(page(cyd, post + "/mentions").select(".referrers li")).isEmpty();
        assertThat(
                        json(SITE.api(boHerself)
                                        .get(
                                                "/api/v1"
                                                        + post.replace("/p/", "/posts/")
                                                        + "/mentions")
                                        .body()
                                        .toString())
                                .get("items"))
                .hasSize(1);

        SITE.db().run("update membership set until_at = now() where id = 2");
        assertThat(page(bo, open).select(".linked-from")).isEmpty();
    }

    @Test
    void thePreviewShowsNamesAndTitles() {
        String shown =
                ada.post("/preview", "body", "@bob, @nobody and [[d:" + id(secret) + "]]").body();

        assertThat(shown).contains("Secret").contains("/u/~").doesNotContain("…");
    }

    private void join(long id, String slug, String handle) {
        SITE.db()
                .run(
                        """
                        insert into membership (id, community_id, person_id, role)
                        select %d, c.id, p.id, 'member' from community c, person p
                        where c.slug = '%s' and p.handle = '%s'
                        """
                                .formatted(id, slug, handle));
    }

    private String begin(String community, String title, String body) {
        return ada.post(
                        "/c/" + community + "/discussions",
                        "kind",
                        "question",
                        "title",
                        title,
                        "body",
                        body)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
    }

    private static String id(String path) {
        return path.substring(3, 16);
    }

    private static Document page(Visit visit, String path) {
        return Jsoup.parse(visit.get(path).body());
    }

    private static List<String> names(Visit visit, String place, String words) {
        return texts(visit.get("/names?place=" + place + "&q=" + encoded(words)));
    }

    private static List<String> found(Visit visit, String words) {
        return texts(visit.get("/pointers?q=" + encoded(words)));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static List<String> texts(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        var texts = new ArrayList<String>();
        json(answer.body()).forEach(offer -> texts.add(offer.get("text").asText()));
        return texts;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
