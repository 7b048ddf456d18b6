package rounds.web.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.interchange.Export;
import rounds.interchange.Watcher;
import rounds.platform.database.Ids;
import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Private notes: only who is in one knows of it, whatever else somebody is on this site.
class NotesTest {
    private static final Site site = Site.running();

    private static final String CANARY = "quizzaciously";

    private Somebody ada;
    private Somebody ben;
    private Somebody cleo;
    private Somebody chair;
    private Somebody admin;
    private Somebody stranger;

    @BeforeEach
    void people() {
        site.db().empty();
        ada = site.person("ada");
        ben = site.person("ben");
        cleo = site.person("cleo");
        chair = site.person("chair");
        admin = site.person("admin");
        stranger = site.person("stranger");
        site.db().run("update account set admin = true where person_id = " + admin.id());
        site.as(chair)
                .post(
                        "/communities",
                        "name",
                        "Home care",
                        "visibility",
                        "public",
                        "languages",
                        "en");
        for (Somebody person : List.of(ada, ben, cleo, admin)) {
            assertThat(site.as(person).post("/c/home-care/join").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void whoeverIsChosenStaysChosenWhileOthersAreLookedFor() {
        Visit browser = site.as(ada);

        Document found = page(browser.get("/notes/new?to=ben&q=cle&find=1"));
        assertThat(found.select("input[name=to][checked]").eachAttr("value"))
                .containsExactly("ben");
        assertThat(found.select("input[name=to]:not([checked])").eachAttr("value"))
                .containsExactly("cleo");
        assertThat(found.select("form:has(input[name=q]) input[name=to]")).hasSize(2);
        assertThat(page(browser.get("/notes/new?to=ben&to=cleo&q=cle&write=1")).select("h1").text())
                .contains("Ben", "Cleo");

        HttpResponse<String> nobody = browser.get("/notes/new?q=&write=1");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(page(nobody).select(".refused a").text()).isEqualTo("Say to whom it goes.");
    }

    @Test
    void aListThatIsLongerThanIsShownSaysSo() {
        for (int number = 0; number < 12; number++) {
            assertThat(site.as(site.person("zora" + number)).post("/c/home-care/join").statusCode())
                    .isEqualTo(303);
        }

        assertThat(page(site.as(ada).get("/notes/new?q=zor")).text()).doesNotContain("More people");
        assertThat(page(site.as(ada).get("/notes/new")).text()).contains("More people fit");
    }

    @Test
    void aNoteIsWrittenAnsweredAndReadByTheTwoOfThem() {
        String note = write(ada, "ben", "A " + CANARY + " plan");

        Document mine = page(site.as(ben).get("/notes"));
        assertThat(mine.select(".row h3 a").attr("href")).isEqualTo(note);
        assertThat(mine.select(".row .meta").text()).contains("With Ada", "Last words from Ada");
        assertThat(mine.select(".row .unread").text()).isEqualTo("Waits for you");
        Document read = page(site.as(ben).get(note));
        assertThat(read.select(".can-read").text()).contains("Only Ada and you can read this.");
        assertThat(read.select(".crumbs a").eachAttr("href")).containsExactly("/notes");
        assertThat(read.select("a[href^=/c/~], a[href*=report]")).isEmpty();

        assertThat(site.as(ben).post(posts(note), "body", "I see.").statusCode()).isEqualTo(303);
        assertThat(page(site.as(ada).get(note)).select(".thread .post").text()).contains("I see.");
        assertThat(page(site.as(ben).get("/notes")).select(".row .unread")).isEmpty();
        assertThat(found(ben)).contains(CANARY);
    }

    @Test
    void whatIsBegunIsADraftUntilItIsSent() {
        Visit browser = site.as(ada);
        Document blank = page(browser.get("/notes/new?to=ben&to=cleo"));
        String place = blank.select("input[name=draft-place]").val();
        assertThat(place).startsWith("note.");
        var kept =
                browser.post(
                        "/drafts",
                        "draft-place",
                        place,
                        "to",
                        blank.select("input[name=to]").val(),
                        "title",
                        "",
                        "body",
                        "A " + CANARY + " plan");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);

        Document drafts = page(browser.get("/drafts"));
        assertThat(drafts.select(".drafts h2").text()).contains("Note to Ben", "Cleo");
        assertThat(drafts.select(".drafts .row > div > p").text()).contains(CANARY);
        String address = drafts.select(".drafts h2 a").attr("href");
        assertThat(page(browser.get("/notes/new")).select(".begun a").attr("href"))
                .isEqualTo(address);
        assertThat(site.as(ben).get(address).statusCode()).isEqualTo(404);
        assertThat(site.as(ben).get("/drafts").body()).doesNotContain(CANARY);

        Document form = page(browser.get(address));
        assertThat(form.select("textarea[name=body]").text()).contains(CANARY);
        assertThat(form.select("input[name=to]").val()).isEqualTo("ben,cleo");
        // Somebody else is chosen, and what was written goes along.
        Document other = page(browser.get(address + "&to=cleo&write=1"));
        assertThat(other.select("input[name=to]").val()).isEqualTo("cleo");
        assertThat(other.select("input[name=to]").attr("data-was")).isEqualTo("ben,cleo");
        assertThat(other.select("textarea[name=body]").text()).contains(CANARY);

        var sent =
                browser.post(
                        "/notes",
                        "to",
                        "ben,cleo",
                        "body",
                        "A " + CANARY + " plan",
                        "draft",
                        form.select("input[name=draft]").val(),
                        "draft-revision",
                        form.select("input[name=draft-revision]").val());

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(site.db().count("select count(*) from draft")).isZero();
        assertThat(page(site.as(cleo).get("/notes")).select(".row")).hasSize(1);
    }

    @Test
    void withoutAScriptAButtonKeepsIt() {
        Visit browser = site.as(ada);
        Document form = page(browser.get("/notes/new?to=ben"));

        Document kept =
                page(
                        browser.post(
                                "/notes",
                                "to",
                                "ben",
                                "draft-place",
                                form.select("input[name=draft-place]").val(),
                                "body",
                                "Half of it",
                                "keep",
                                "1"));

        assertThat(kept.select("h1").text()).isEqualTo("Note to Ben");
        assertThat(kept.select("input[name=draft]").val()).isNotEmpty();
        assertThat(kept.select("textarea[name=body]").text()).isEqualTo("Half of it");
        assertThat(kept.select(".draft-state").text()).contains("Draft saved");
        assertThat(site.db().count("select count(*) from discussion")).isZero();
    }

    @Test
    void nothingInANoteIsMarkedAsWhatHelped() {
        String note = write(ada, "ben", "A " + CANARY + " plan");
        site.as(ada).post(posts(note), "body", "And one thing more.");
        Document read = page(site.as(ada).get(note));
        String reply = read.select("#p2 header a[href^=/p/]").attr("href");

        assertThat(read.select("a[href$=/helped]")).isEmpty();
        assertThat(site.as(ada).get(reply + "/helped").statusCode()).isEqualTo(403);
        assertThat(site.as(ada).post(reply + "/helped", "passage", "", "why", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void toEverybodyElseThereIsNothing() {
        String note = write(ada, "ben", "A " + CANARY + " plan");
        long id = site.db().count("select id from discussion");
        long post = site.db().count("select id from post");
        String slug = "~" + site.db().count("select id from community where form = 'conversation'");
        String of = Ids.text(id);
        var asked =
                List.of(
                        note,
                        "/d/" + of,
                        "/d/" + of + "/reply",
                        "/d/" + of + "/edit",
                        "/p/" + Ids.text(post),
                        "/p/" + Ids.text(post) + "/revisions",
                        "/notes/" + of + "/people",
                        "/notes/" + of + "/leave",
                        "/c/" + slug,
                        "/c/" + slug + "/members",
                        "/c/" + slug + "/discussions");
        for (Somebody other : List.of(cleo, chair, admin, stranger)) {
            for (String path : asked) {
                HttpResponse<String> answer = site.as(other).get(path);
                assertThat(answer.statusCode()).as(other.handle() + " " + path).isEqualTo(404);
                assertThat(plain(answer, path)).doesNotContain(CANARY);
            }
            for (String path :
                    List.of(posts(note), "/notes/" + of + "/people", "/notes/" + of + "/leave")) {
                assertThat(site.as(other).post(path, "body", "x", "to", "cleo").statusCode())
                        .as(other.handle() + " posts " + path)
                        .isEqualTo(404);
            }
            Api api = site.api(other);
            for (String path :
                    List.of(
                            "/api/v1/discussions/" + of,
                            "/api/v1/discussions/" + of + "/posts",
                            "/api/v1/posts/" + Ids.text(post),
                            "/api/v1/communities/" + slug)) {
                assertThat(api.get(path).status()).as(other.handle() + " " + path).isEqualTo(404);
            }
        }
        assertThat(plain(site.as(admin).get(note), note))
                .isEqualTo(plain(site.as(admin).get("/d/0000000000000-x"), "/d/0000000000000-x"));
        for (String path : asked) {
            assertThat(site.visitor().get(path).statusCode()).as(path).isIn(303, 404);
        }
        // To those who are in it, too, it is a note and no community.
        for (String path :
                List.of("", "/members", "/discussions", "/settings", "/charter", "/leave")) {
            assertThat(site.as(ada).get("/c/" + slug + path).statusCode()).isEqualTo(404);
        }
        assertThat(site.api(ada).get("/api/v1/communities/" + slug).status()).isEqualTo(404);
    }

    @Test
    void whatStandsInANoteStandsNowhereElse() throws Exception {
        write(ada, "ben", "A " + CANARY + " plan");
        var pages =
                List.of(
                        "/",
                        "/latest",
                        "/communities",
                        "/c/home-care",
                        "/unread",
                        "/followed",
                        "/unanswered",
                        "/u/ada/contributions",
                        "/c/home-care/catch-up",
                        "/sitemap.xml",
                        "/feeds/latest.atom",
                        "/feeds/u/ada.atom",
                        "/c/home-care/discussions",
                        "/c/home-care/members",
                        "/c/home-care/moderation",
                        "/c/home-care/log",
                        "/u/ada",
                        "/u/ben",
                        "/settings",
                        "/admin",
                        "/admin/mail");
        for (Somebody person : List.of(ada, ben, cleo, chair, admin, stranger)) {
            for (String path : pages) {
                assertThat(site.as(person).get(path).body())
                        .as(person.handle() + " " + path)
                        .doesNotContain(CANARY, "href=\"/c/~");
            }
            for (String path :
                    List.of(
                            "/api/v1/communities",
                            "/api/v1/communities/home-care/discussions",
                            "/api/v1/people/ada")) {
                assertThat(site.api(person).get(path).body().toString())
                        .as(person.handle() + " " + path)
                        .doesNotContain(CANARY, "~");
            }
        }
        for (Somebody person : List.of(cleo, chair, admin, stranger)) {
            assertThat(site.api(person).get("/api/v1/notes").body().get("items")).isEmpty();
            assertThat(found(person)).doesNotContain("Ada");
        }
        assertThat(exported()).contains("home-care").doesNotContain(CANARY, "\"~");
    }

    @Test
    void whoeverIsTakenInReadsAllAndWhoeverLeavesNothing() {
        String note = write(ada, "ben", "From the start");
        String base = "/notes/" + Ids.text(site.db().count("select id from discussion"));
        Document people = page(site.as(ben).get(base + "/people?q=cl"));
        assertThat(people.select(".lede").text()).contains("sees everything from the start");
        assertThat(people.select("button[name=to]").eachAttr("value")).containsExactly("cleo");

        assertThat(site.as(ben).post(base + "/people", "to", "cleo").statusCode()).isEqualTo(303);
        assertThat(page(site.as(cleo).get(note)).select(".post.op").text())
                .contains("From the start");
        assertThat(page(site.as(ada).get(note)).select(".can-read").text())
                .contains("Only Ben, Cleo and you");

        site.as(ben).post(base + "/leave", "refuse", "ada", "refuse", "stranger");
        assertThat(site.as(ben).get(note).statusCode()).isEqualTo(404);
        assertThat(page(site.as(ben).get("/notes")).select(".row")).isEmpty();
        assertThat(page(site.as(ada).get(note)).select(".can-read").text())
                .contains("Only Cleo and you");
        assertThat(site.as(ada).post("/notes", "to", "ben", "body", "Again").statusCode())
                .isEqualTo(422);
        assertThat(site.as(cleo).post("/notes", "to", "ben", "body", "Me").statusCode())
                .isEqualTo(303);
        assertThat(site.db().count("select count(*) from refusal")).isEqualTo(1);

        site.as(ben).post("/settings/notes/refusals", "handle", "ada", "refused", "no");
        assertThat(site.as(ada).post("/notes", "to", "ben", "body", "Again").statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoIsInANoteIsToldOfItAndNobodyElse() {
        write(ada, "ben", "A " + CANARY + " plan");

        String told = "";
        for (int tries = 0; tries < 2_000 && !told.contains(CANARY); tries++) {
            told = site.api(ben).get("/api/v1/notifications").body().toString();
        }
        assertThat(told).contains(CANARY).contains("\"discussion\"").doesNotContain("announcement");
        assertThat(page(site.as(ben).get("/notifications")).select("main a[href^=/c/~]")).isEmpty();
        assertThat(page(site.as(ben).get("/notifications")).select("main h3").text())
                .contains("Ada wrote you a note");
        for (Somebody other : List.of(cleo, chair, admin, stranger)) {
            assertThat(site.api(other).get("/api/v1/notifications").body().toString())
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void oneWritesOnlyToPeopleOneSharesACommunityWithAndWhoWantIt() {
        var refused = new LinkedHashMap<String, Visit>();
        refused.put("stranger", site.as(ada));
        refused.put("ada", site.as(ada));
        refused.put("nobody", site.as(ada));
        refused.put("ben", site.as(stranger));
        refused.forEach((to, writer) -> {
            HttpResponse<String> answer =
                    writer.post("/notes", "to", to, "body", "Keep my " + CANARY);
            assertThat(answer.statusCode()).as(to).isEqualTo(422);
        });
        site.as(ben).post("/settings/notes", "receives", "no");
        HttpResponse<String> answer =
                site.as(ada).post("/notes", "to", "ben", "body", "Keep my " + CANARY);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page(answer).select("textarea[name=body]").text())
                .isEqualTo("Keep my " + CANARY);
        assertThat(page(site.as(ada).get("/u/ben")).select("a[href^=/notes/new]")).isEmpty();
        assertThat(page(site.as(ada).get("/u/cleo")).select("a[href=/notes/new?to=cleo]"))
                .isNotEmpty();
        Somebody early = site.unconfirmed("early");
        assertThat(site.as(early).post("/notes", "to", "ben", "body", "x").statusCode())
                .isIn(403, 422);
        assertThat(site.db().count("select count(*) from community where form = 'conversation'"))
                .isZero();
    }

    @Test
    void theSameFormSentTwiceWritesOnce() {
        Visit visit = site.as(ada);
        for (int i = 0; i < 2; i++) {
            visit.post("/notes", "to", "ben", "body", "Once", "submission", "s1");
        }
        assertThat(site.db().count("select count(*) from discussion")).isEqualTo(1);
        assertThat(site.db().count("select count(*) from community where form = 'conversation'"))
                .isEqualTo(1);
    }

    @Test
    void aNoteIsEditedAndNeitherReportedNorClosed() {
        write(ada, "ben", "Mistpelled");
        String id = Ids.text(site.db().count("select id from discussion"));
        String post = Ids.text(site.db().count("select id from post"));

        Document form = page(site.as(ada).get("/d/" + id + "/edit"));
        assertThat(form.select("input[name=tags], .choices")).isEmpty();
        assertThat(
                        site.as(ada)
                                .post(
                                        "/d/" + id + "/edit",
                                        "revision",
                                        "1",
                                        "kind",
                                        "discussion",
                                        "title",
                                        "Better",
                                        "body",
                                        "Spelled",
                                        "tags",
                                        "")
                                .statusCode())
                .isEqualTo(303);
        assertThat(
                        site.as(ben)
                                .post("/p/" + post + "/report", "reason", "patient_data")
                                .statusCode())
                .isEqualTo(404);
        assertThat(site.as(ada).post("/d/" + id + "/closure", "closed", "yes").statusCode())
                .isEqualTo(404);
        assertThat(site.db().count("select count(*) from report")).isZero();
    }

    @Test
    void programsWriteNotesToo() {
        Api api = site.api(ada);
        var made =
                api.post("/api/v1/notes", Map.of("to", List.of("ben"), "body", "By program"), "k1");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("title").asText()).isEqualTo("By program");
        String id = made.body().get("id").asText();
        assertThat(
                        site.api(ben)
                                .get("/api/v1/notes")
                                .body()
                                .get("items")
                                .get(0)
                                .get("waits")
                                .asBoolean())
                .isTrue();
        assertThat(api.send("PUT", "/api/v1/notes/" + id + "/people/cleo", "").status())
                .isEqualTo(200);
        assertThat(site.api(cleo).get("/api/v1/discussions/" + id + "/posts").body().get("items"))
                .hasSize(1);
        assertThat(site.api(cleo).delete("/api/v1/notes/" + id).status()).isEqualTo(204);
        assertThat(site.api(cleo).get("/api/v1/discussions/" + id).status()).isEqualTo(404);
    }

    private String write(Somebody from, String to, String words) {
        HttpResponse<String> sent = site.as(from).post("/notes", "to", to, "body", words);
        assertThat(sent.statusCode()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("[?#].*", "");
    }

    private static String posts(String note) {
        return note.replaceFirst("-.*", "") + "/posts";
    }

    /// What search shows her of the word, once the index has it.
    private String found(Somebody person) {
        var seen = new ArrayList<String>();
        for (int tries = 0; tries < 50; tries++) {
            seen.add(site.as(person).get("/search?q=" + CANARY).body());
            if (page(site.as(ada).get("/search?q=" + CANARY)).select(".hit").size() > 0) {
                return page(site.as(person).get("/search?q=" + CANARY))
                        .select(".hits, .hit")
                        .text();
            }
        }
        throw new AssertionError("Its author does not find it.");
    }

    private static String exported() throws Exception {
        var out = new ByteArrayOutputStream();
        site.bean(Export.class).run(out, new Export.Options(null, false), Watcher.SILENT);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String plain(HttpResponse<String> answer, String path) {
        return answer.body()
                .replaceAll("name=\"csrf\" value=\"[^\"]+\"", "")
                .replace(path, "")
                .replaceAll("next=[^\"]*", "");
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }
}
