package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.library.Readings;
import rounds.platform.database.Ids;
import rounds.support.Papers;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The library over HTTP, as a browser and as a program see it.
class LibraryPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Somebody ben;
    private Somebody eve;
    private long valley;

    @BeforeEach
    void people() {
        SITE.db().empty();
        ada = SITE.person("ada");
        ben = SITE.person("ben");
        eve = SITE.person("eve");
        valley = SITE.community("valley", "private");
        SITE.member(valley, ada);
        SITE.member(valley, ben);
    }

    @Test
    void aFileComesInPiecesAndIsShared() {
        byte[] file = book();
        Visit visit = SITE.as(ada);
        String token = visit.csrf();

        HttpResponse<String> begun =
                visit.header("X-Csrf-Token", token)
                        .header("Upload-Length", String.valueOf(file.length))
                        .header("Upload-Metadata", "filename " + base64("guide.pdf"))
                        .sendBytes("/uploads", "application/octet-stream", new byte[0]);
        assertThat(begun.statusCode()).isEqualTo(201);
        String address = begun.headers().firstValue("Location").orElseThrow();
        String half = patch(visit, token, address, 0, file, file.length / 2);
        assertThat(half).isEqualTo(String.valueOf(file.length / 2));
        assertThat(SITE.as(ada).head(address).headers().firstValue("Upload-Offset")).hasValue(half);
        assertThat(SITE.as(ben).head(address).statusCode()).isEqualTo(404);
        String whole = patch(visit, token, address, file.length / 2, file, file.length);
        assertThat(whole).isEqualTo(String.valueOf(file.length));

        String id = address.substring(address.lastIndexOf('/') + 1);
        HttpResponse<String> shared =
                SITE.as(ada)
                        .sendBytes(
                                "/c/valley/library",
                                "multipart/form-data; boundary=b",
                                multipart(
                                        Map.of(
                                                "csrf",
                                                token,
                                                "form",
                                                "file",
                                                "kind",
                                                "guideline",
                                                "licence",
                                                "",
                                                "upload",
                                                id,
                                                "title-" + id,
                                                "Falls at home"),
                                        "",
                                        new byte[0]));

        assertThat(shared.statusCode()).isEqualTo(303);
        assertThat(shared.headers().firstValue("Location").orElseThrow()).contains("falls-at-home");
    }

    @Test
    void aDocumentIsSharedOutOfADiscussion() {
        String discussion =
                SITE.as(ada)
                        .post(
                                "/c/valley/discussions",
                                "kind",
                                "challenge",
                                "title",
                                "Falls again",
                                "body",
                                "What do you do?")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        Visit having = SITE.as(ben);
        String share =
                Jsoup.parse(having.get(discussion).body()).select("a[href*=answers]").attr("href");

        assertThat(having.get(share).body())
                .contains("You share it in the discussion", "Falls again");
        sendParts(
                having,
                Map.of(
                        "form", "text",
                        "kind", "tool",
                        "licence", "",
                        "title", "Falls checklist",
                        "body", "Ask. Look.",
                        "answers", share.substring(share.length() - 13)));

        assertThat(page(ada, discussion).select("article.post .prose a").text())
                .isEqualTo("Falls checklist");
    }

    @Test
    void whatIsLookedForIsAnsweredByWhatIsShared() {
        Visit asking = SITE.as(ada);
        String request =
                asking.post(
                                "/c/valley/discussions",
                                "kind",
                                "request",
                                "title",
                                "Does anyone have a falls checklist?",
                                "body",
                                "For home visits.")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        Visit having = SITE.as(ben);
        assertThat(having.get("/c/valley/library").body())
                .contains("Looked for", "Does anyone have a falls checklist?");
        String share =
                Jsoup.parse(having.get(request).body()).select("a[href*=answers]").attr("href");

        String page = having.get(share).body();
        assertThat(page).contains("You answer the request", "Does anyone have a falls checklist?");
        String form = Jsoup.parse(page).select("[name=answers]").val();
        String answered =
                sendParts(
                                having,
                                Map.of(
                                        "form",
                                        "text",
                                        "kind",
                                        "tool",
                                        "licence",
                                        "",
                                        "title",
                                        "Falls checklist",
                                        "body",
                                        "Ask. Look.",
                                        "answers",
                                        form,
                                        "answer",
                                        "Here is ours."))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        assertThat(answered).startsWith("/d/").contains("#p2");
        assertThat(asking.get(request).body()).contains("Here is ours.");

        assertThat(asking.get(request).body()).contains("Falls checklist</a>");
        String resource =
                Jsoup.parse(asking.get("/c/valley/library").body()).select(".rows a").stream()
                        .map(link -> link.attr("href"))
                        .filter(href -> href.startsWith("/r/"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Jsoup.parse(asking.get(resource).body()).select("#discussed .row").text())
                .contains("Does anyone have a falls checklist?");
        assertThat(SITE.as(eve).get(resource.replaceFirst("-.*", "") + "/discussions").statusCode())
                .isEqualTo(404);

        asking.post(request.replaceFirst("-.*", "") + "/progress", "progress", "solved");
        assertThat(having.get("/c/valley/library").body()).doesNotContain("Looked for");
    }

    @Test
    void anAnswerThatWaitsIsRememberedWhenTheResourceIsLetIn() {
        SITE.db().run("update community set review_resources = true");
        String request =
                SITE.as(ada)
                        .post(
                                "/c/valley/discussions",
                                "kind",
                                "request",
                                "title",
                                "Does anyone have a falls checklist?",
                                "body",
                                "For home visits.")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        Visit having = SITE.as(ben);
        String share =
                Jsoup.parse(having.get(request).body()).select("a[href*=answers]").attr("href");
        SITE.api(ben)
                .post(
                        "/api/v1/drafts",
                        Map.of(
                                "place",
                                "answer." + share.substring(share.length() - 13),
                                "body",
                                "Begun before."),
                        null);
        String resource =
                sendParts(
                                having,
                                Map.of(
                                        "form", "text",
                                        "kind", "tool",
                                        "licence", "",
                                        "title", "Falls checklist",
                                        "body", "Ask. Look.",
                                        "answers", share.substring(share.length() - 13),
                                        "answer", "Here is ours."))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        SITE.db()
                .run(
                        "insert into membership (id, community_id, person_id, role) values (%d, %d, %d, 'moderator')"
                                .formatted(Ids.next(), valley, ada.id()));
        String id = resource.replaceFirst("(/r/[^-]+).*", "$1");
        SITE.as(ada).post(id + "/admit", "revision", "1");

        awaitTold(ben, "has let “Falls checklist” into the library");
        String reply =
                Jsoup.parse(having.get("/notifications").body())
                        .select("a[href$=/reply]")
                        .attr("href");
        String box = Jsoup.parse(having.get(reply).body()).select("textarea").text();
        assertThat(box).contains("Begun before.", "Here is ours.", "[[r:" + id.substring(3) + "]]");
    }

    @Test
    void aDiscussionOfAResourceBeginsWithItsNameAndALinkThatIsReadable() {
        String guide = shareText("Falls at home", Map.of("tags", "falls, home"));
        String id = guide.replaceFirst("/r/([^-]+).*", "$1");

        var page =
                Jsoup.parse(
                        SITE.as(ben)
                                .get("/c/valley/discussions/new?kind=discussion&about=" + id)
                                .body());

        assertThat(page.select("#f-title").val()).isEqualTo("Falls at home");
        assertThat(page.select("#f-tags").val()).isEqualTo("falls, home");
        assertThat(page.select("#f-body").val()).contains("[[r:" + id + "]]");
        assertThat(page.select(".preview a").text()).isEqualTo("Falls at home");
    }

    @Test
    void whoUsedItSaysSoAndARefusedNoteComesBack() {
        String guide = shareText("Falls", Map.of());
        String id = guide.replaceFirst("(/r/[^-]+).*", "$1");
        Visit visit = SITE.as(ben);

        HttpResponse<String> refused = visit.post(id + "/practice", "note", "x".repeat(501));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#f-note").val()).hasSize(501);
        assertThat(visit.post(id + "/practice", "note", "Two visits saved").statusCode())
                .isEqualTo(303);

        assertThat(Jsoup.parse(SITE.as(ada).get(guide).body()).select("#practice").text())
                .contains("by one person", "Two visits saved", "Ben");
        awaitTold(ada, "Ben used “Falls”");
        assertThat(SITE.as(eve).post(id + "/practice", "note", "").statusCode()).isEqualTo(404);
        visit.post(id + "/practice/end");
        assertThat(SITE.as(ada).get(guide).body()).doesNotContain("Two visits saved");
    }

    @Test
    void aResourceIsSavedForLaterLikeADiscussion() {
        String guide = shareText("Falls", Map.of());
        String id = guide.replaceFirst("(/r/[^-]+).*", "$1");
        Visit visit = SITE.as(ben);

        visit.post(id + "/saved", "saved", "yes");

        assertThat(Jsoup.parse(visit.get("/saved").body()).select(".rows a").text())
                .contains("Falls");
        assertThat(visit.get(guide).body()).contains("value=\"no\"");
        assertThat(SITE.as(ada).get("/saved").body()).doesNotContain("Falls");
        assertThat(SITE.as(eve).post(id + "/saved", "saved", "yes").statusCode()).isEqualTo(404);
        visit.post(id + "/saved", "saved", "no");
        assertThat(visit.get("/saved").body()).doesNotContain("Falls");
    }

    private String proposed(String id, int number) {
        return page(ada, id + "/v/" + number + "/decision").select("[name=version]").val();
    }

    @Test
    void whomAVersionConcernsIsTold() {
        String guide = shareText("Falls", Map.of());
        String id = guide.replaceFirst("(/r/[^-]+).*", "$1");
        Somebody cleo = SITE.person("cleo");
        SITE.member(valley, cleo);
        SITE.as(cleo).post(id + "/saved", "saved", "yes");

        propose(ben, id, "Second words.");
        awaitTold(ada, "Ben proposes a new version of “Falls”");
        HttpResponse<String> accepted =
                SITE.as(ada)
                        .post(
                                id + "/v/2/decision",
                                "version",
                                proposed(id, 2),
                                "decision",
                                "accept",
                                "current",
                                "1");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);

        awaitTold(ben, "The version of “Falls” that you proposed was taken");
        awaitTold(cleo, "“Falls” has a new version");
        propose(ben, id, "Third words.");
        assertThat(SITE.as(cleo).get(id + "/v/3").statusCode()).isEqualTo(404);
        assertThat(SITE.as(ben).get(id + "/v/3").body()).contains("Proposed by Ben");
        assertThat(SITE.as(ben).get(id + "/v/3/decision").body())
                .contains("value=\"withdraw\"")
                .doesNotContain("value=\"accept\"");
        assertThat(SITE.as(ada).get(id + "/v/3/decision").body())
                .contains("Compared with version 2", "value=\"accept\"");
        assertThat(
                        SITE.as(ada)
                                .post(
                                        id + "/v/3/decision",
                                        "version",
                                        proposed(id, 3),
                                        "decision",
                                        "decline")
                                .statusCode())
                .as("without a reason")
                .isEqualTo(422);
        SITE.as(ada)
                .post(
                        id + "/v/3/decision",
                        "version",
                        proposed(id, 3),
                        "decision",
                        "decline",
                        "reason",
                        "It is old.");
        awaitTold(ben, "The version of “Falls” that you proposed was not taken");
        assertThat(SITE.as(ben).get(id + "/v/3").body()).contains("They say: “It is old.”");
        assertThat(SITE.as(cleo).get("/notifications").body()).doesNotContain("proposed was not");
    }

    private static void propose(Somebody by, String id, String words) {
        Visit visit = SITE.as(by);
        HttpResponse<String> answer =
                visit.sendBytes(
                        id + "/version",
                        "multipart/form-data; boundary=b",
                        multipart(
                                Map.of(
                                        "csrf",
                                        visit.csrf(),
                                        "form",
                                        "text",
                                        "body",
                                        words,
                                        "note",
                                        "Better"),
                                "",
                                new byte[0]));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static void awaitTold(Somebody person, String words) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!SITE.as(person).get("/notifications").body().contains(words)) {
            assertThat(Instant.now()).as(words + " to " + person.handle()).isBefore(end);
        }
    }

    @Test
    void anAdaptationIsSharedFromItsOriginal() {
        String guide = shareText("Falls", Map.of());
        Visit visit = SITE.as(ben);
        String adapt = Jsoup.parse(visit.get(guide).body()).select("a[href*=adapts]").attr("href");
        String form = visit.get(adapt + "&form=text").body();
        assertThat(form).contains("Your adaptation of", "What did you change, and why?");
        String original = Jsoup.parse(form).select("[name=adapts]").val();

        HttpResponse<String> refused = sharedText(ben, "Ours", Map.of("adapts", original));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Write what you changed and why.", "Falls</a>");
        HttpResponse<String> shared =
                sharedText(ben, "Ours", Map.of("adapts", original, "adaptation", "Shorter"));

        String ours = shared.headers().firstValue("Location").orElseThrow();
        assertThat(Jsoup.parse(SITE.as(ada).get(guide).body()).select("#adaptations").text())
                .contains("Ours", "Shorter");
        assertThat(SITE.as(ada).get(ours).body()).contains("Adapted from", "Shorter");
    }

    private String shareText(String title, Map<String, String> more) {
        return sharedText(ada, title, more).headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> sharedText(
            Somebody by, String title, Map<String, String> more) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "form", "text", "kind", "tool", "licence", "", "title", title,
                                "body", "Words."));
        fields.putAll(more);
        return sendParts(SITE.as(by), fields);
    }

    private static HttpResponse<String> sendParts(Visit visit, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("csrf", visit.csrf());
        return visit.sendBytes(
                "/c/valley/library",
                "multipart/form-data; boundary=b",
                multipart(all, "", new byte[0]));
    }

    @Test
    void whatWasSentComesBackWithARefusedForm() {
        Visit visit = SITE.as(ada);
        String token = visit.csrf();

        HttpResponse<String> refused =
                visit.sendBytes(
                        "/c/valley/library",
                        "multipart/form-data; boundary=b",
                        multipart(
                                Map.of(
                                        "csrf", token,
                                        "form", "file",
                                        "kind", "guideline",
                                        "licence", "",
                                        "year", "long ago"),
                                "guide.pdf",
                                book()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("guide.pdf", "long ago", "four digits");
    }

    @Test
    void aProgramSharesAFileFindsItsPageAndTakesApart() throws InterruptedException {
        String id = share();

        var hit = found("ziggurat").get(0);

        assertThat(hit.get("type").asText()).isEqualTo("resource");
        assertThat(hit.get("resourceId").asText()).isEqualTo(id);
        assertThat(hit.get("page").asInt()).isEqualTo(7);
        assertThat(hit.get("passage").asText()).contains("ziggurat");
        String path = hit.get("url").asText().replaceFirst("https?://[^/]+", "");
        assertThat(SITE.as(ben).get(path).body()).contains("Page 7 of 9", "ziggurat");
        byte[] file = SITE.as(ben).bytes("/r/" + id + "/v/1/file").body();
        assertThat(file).isEqualTo(book());
        HttpResponse<byte[]> part =
                SITE.as(ben).header("Range", "bytes=5-9").bytes("/r/" + id + "/v/1/file");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(book(), 5, 10));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 5-9/" + file.length);
        assertThat(
                        SITE.as(ben)
                                .header("Range", "bytes=99999999-")
                                .bytes("/r/" + id + "/v/1/file")
                                .statusCode())
                .isEqualTo(416);
    }

    @Test
    void wordsAreFoundInsideADocumentAndMarkedOnTheirPageWithoutAScript() {
        String id = share();
        Readings.readAll(SITE);

        Document list = page(ben, "/r/" + id + SLUG + "?q=the+Ziggurats");
        Element hit = list.selectFirst("#found li");
        assertThat(list.select("#found li")).hasSize(1);
        assertThat(hit.text()).startsWith("Page 7");
        assertThat(hit.select("mark").eachText()).containsExactly("ziggurat");
        assertThat(list.selectFirst("#found details").hasAttr("open")).isTrue();

        Document there = page(ben, hit.selectFirst("a").attr("href"));
        assertThat(there.selectFirst("#h-read").text()).isEqualTo("Page 7 of 9");
        assertThat(there.select(".as-text mark").eachText()).containsExactly("ziggurat");
        assertThat(there.selectFirst(".reader-bar a[rel=next]").attr("href"))
                .contains("page=8", "q=the+Ziggurats");

        assertThat(page(ben, "/r/" + id + SLUG + "?q=sentence").select("#found li")).hasSize(9);
        assertThat(page(ben, "/r/" + id + SLUG + "?q=%22sentence+page%22").select("#found li"))
                .isEmpty();
        assertThat(page(ben, "/r/" + id + SLUG + "?q=%22sentence+of+page%22").select("#found li"))
                .hasSize(8);
        assertThat(
                        page(ben, "/r/" + id + SLUG + "?q=%3Cb%3Enowhere")
                                .selectFirst("#found summary")
                                .text())
                .isEqualTo("Nowhere in this document: “<b>nowhere”");
        assertThat(SITE.as(eve).get("/r/" + id + "?q=ziggurat").statusCode()).isEqualTo(404);
    }

    @Test
    void whereNoPageHoldsAllTheWordsThoseWithSomeAreNamedAsSuch() {
        String id = share();
        Readings.readAll(SITE);

        Document list = page(ben, "/r/" + id + SLUG + "?q=ziggurats+of+nowhere");

        assertThat(list.select("#found li")).hasSize(1);
        assertThat(list.select("#found summary").text())
                .isEqualTo("No page has all of these words; one has some: “ziggurats of nowhere”");
        assertThat(list.select("#found mark").eachText()).containsExactly("ziggurat");
        assertThat(
                        page(ben, "/r/" + id + SLUG + "?q=ziggurats+-sentence")
                                .select("#found summary")
                                .text())
                .startsWith("Nowhere in this document");
    }

    @Test
    void whatIsSearchedInsideIsTheVersionThatIsRead() {
        String id = share();
        Visit visit = SITE.as(ada);
        visit.sendBytes(
                "/r/" + id + "/version",
                "multipart/form-data; boundary=b",
                multipart(
                        Map.of("csrf", visit.csrf(), "form", "file", "note", ""),
                        "short.pdf",
                        Papers.pdf(List.of("Brief.", "No temple."))));
        Readings.readAll(SITE);

        assertThat(page(ben, "/r/" + id + SLUG + "?q=ziggurat").select("#found li")).isEmpty();
        assertThat(page(ben, "/r/" + id + SLUG + "?q=temple").select("#found li")).hasSize(1);
        assertThat(page(ben, "/r/" + id + "/v/1?q=ziggurat").select("#found li")).hasSize(1);
    }

    @Test
    void aFileTellsHowLongItIsSoThatPartsOfItCanBeAskedFor() {
        String id = share();

        HttpResponse<byte[]> whole = SITE.as(ben).bytes("/r/" + id + "/v/1/file");
        HttpResponse<byte[]> part =
                SITE.as(ben).header("Range", "bytes=5-9").bytes("/r/" + id + "/v/1/file");

        assertThat(whole.headers().firstValue("Content-Length"))
                .hasValue(String.valueOf(book().length));
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(whole.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(part.headers().firstValue("Content-Length")).hasValue("5");
        assertThat(part.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; sandbox");
    }

    /// It may hold what only reading shows.
    @Test
    void aPdfIsTakenAlongWhenItWasLookedThrough() {
        String file = "/r/" + sent() + "/v/1/file";

        assertThat(SITE.as(ada).get(file + "?take").statusCode()).isEqualTo(409);
        assertThat(SITE.as(ada).get(file + "?take").body()).contains("still being looked through");
        assertThat(SITE.as(ada).bytes(file).statusCode()).isEqualTo(200);
        assertThat(SITE.as(ben).bytes(file).statusCode()).isEqualTo(404);
        Readings.readAll(SITE);

        assertThat(SITE.as(ben).bytes(file + "?take").statusCode()).isEqualTo(200);
    }

    @Test
    void moreThanAFormMayHoldIsRefusedWithWhatToDo() {
        byte[] large = new byte[60 << 20];
        Visit visit = SITE.as(ada);

        HttpResponse<String> refused =
                visit.sendBytes(
                        "/c/valley/library",
                        "multipart/form-data; boundary=b",
                        multipart(Map.of("csrf", visit.csrf(), "form", "file"), "a.pdf", large));
        HttpResponse<String> stranger =
                SITE.visitor()
                        .sendBytes(
                                "/c/valley/library",
                                "multipart/form-data; boundary=b",
                                multipart(Map.of("form", "file"), "a.txt", new byte[10]));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("50 MB");
        assertThat(stranger.statusCode()).isEqualTo(303);
    }

    @Test
    void whatChangedBetweenTwoVersionsIsShown() {
        String path =
                written(
                        "/c/valley/library",
                        Map.of(
                                "form", "text",
                                "kind", "tool",
                                "licence", "",
                                "title", "Order sets",
                                "body", "Say who owns it.\n\nOld words stay <here>."));
        String id = path.substring(3, 16);
        written(
                "/r/" + id + "/version",
                Map.of(
                        "form", "text",
                        "note", "Shorter",
                        "body", "Say who owns it.\n\nNew words stay <here>."));

        Document page = page(ben, "/r/" + id + "/changes");

        assertThat(page.selectFirst("del").text()).isEqualTo("Taken out: Old (end)");
        assertThat(page.selectFirst("ins").text()).isEqualTo("Added: New (end)");
        assertThat(page.selectFirst(".diff").text()).contains("words stay <here>.");
        assertThat(page(ben, path).select(".versions a.changed").attr("href"))
                .isEqualTo("/r/" + id + "/changes?to=2");
        assertThat(SITE.as(ben).get("/r/" + id + "/changes?from=1&to=3").statusCode())
                .isEqualTo(404);
        assertThat(SITE.as(eve).get("/r/" + id + "/changes").statusCode()).isEqualTo(404);
    }

    /// @return where the answer leads
    private String written(String path, Map<String, String> fields) {
        Visit visit = SITE.as(ada);
        var all = new HashMap<>(fields);
        all.put("csrf", visit.csrf());
        HttpResponse<String> answer =
                visit.sendBytes(
                        path, "multipart/form-data; boundary=b", multipart(all, "", new byte[0]));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void withoutAScriptTheFormComesBackWithWhatTheFileSaysAboutItself() {
        Visit visit = SITE.as(ada);
        String token = visit.csrf();

        HttpResponse<String> told =
                visit.sendBytes(
                        "/c/valley/library",
                        "multipart/form-data; boundary=b",
                        multipart(
                                Map.of("csrf", token, "form", "file", "kind", "guideline"),
                                "a-guide_2(1).pdf",
                                Papers.described("Falls at home", "Ann Lee; Bo Berg", "fr-CA")));

        assertThat(told.statusCode()).isEqualTo(200);
        Document form = Jsoup.parse(told.body());
        assertThat(form.select(".sent-file input.title").val()).isEqualTo("Falls at home");
        assertThat(form.select(".sent-file textarea").val()).isEqualTo("Ann Lee\nBo Berg");
        assertThat(form.select(".sent-file input.language").val()).isEqualTo("fr");
        assertThat(SITE.db().count("select count(*) from resource")).isZero();

        String id = form.select("input[name=upload]").val();
        HttpResponse<String> shared =
                visit.sendBytes(
                        "/c/valley/library",
                        "multipart/form-data; boundary=b",
                        multipart(
                                Map.of(
                                        "csrf",
                                        token,
                                        "form",
                                        "file",
                                        "kind",
                                        "guideline",
                                        "vouched",
                                        "yes",
                                        "upload",
                                        id,
                                        "title-" + id,
                                        "Falls at home, revised",
                                        "authors-" + id,
                                        "Lee A",
                                        "language-" + id,
                                        "fr"),
                                "",
                                new byte[0]));
        Readings.readAll(SITE);
        assertThat(shared.statusCode()).as(shared.body()).isEqualTo(303);
        Document page = page(ada, shared.headers().firstValue("Location").orElseThrow());
        assertThat(page.selectFirst("h1").text()).isEqualTo("Falls at home, revised");
        assertThat(page.selectFirst(".facts").text()).contains("Lee A", "Français");
    }

    @Test
    void aLanguageThatIsNoneIsSaidAtItsFile() {
        Visit visit = SITE.as(ada);
        String token = visit.csrf();
        String id = sent(visit, token, "guide.pdf", book());

        HttpResponse<String> refused =
                visit.sendBytes(
                        "/c/valley/library",
                        "multipart/form-data; boundary=b",
                        multipart(
                                Map.of(
                                        "csrf",
                                        token,
                                        "form",
                                        "file",
                                        "kind",
                                        "guideline",
                                        "licence",
                                        "",
                                        "upload",
                                        id,
                                        "title-" + id,
                                        "Falls",
                                        "language-" + id,
                                        "klingon?"),
                                "",
                                new byte[0]));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#e-language-" + id)).hasSize(1);
    }

    @Test
    void whatAFileSaysAboutItselfIsItsSendersAlone() {
        Visit visit = SITE.as(ada);
        String id =
                sent(
                        visit,
                        visit.csrf(),
                        "Scan_0001.pdf",
                        Papers.described("Scan_0001", "user", "xx-klingon"));

        assertThat(SITE.as(ada).get("/uploads/" + id + "/said").body())
                .isEqualTo(
                        "{\"title\":\"Scan 0001\",\"authors\":[],\"language\":\"\",\"pages\":1}");
        assertThat(SITE.as(ben).get("/uploads/" + id + "/said").statusCode()).isEqualTo(404);
    }

    private static String sent(Visit visit, String token, String name, byte[] file) {
        String address =
                visit.header("X-Csrf-Token", token)
                        .header("Upload-Length", String.valueOf(file.length))
                        .header("Upload-Metadata", "filename " + base64(name))
                        .sendBytes("/uploads", "application/octet-stream", new byte[0])
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        patch(visit, token, address, 0, file, file.length);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static Document page(Somebody who, String path) {
        HttpResponse<String> answer = SITE.as(who).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void aResourceOfManyPagesIsOneHit() throws InterruptedException {
        share();

        assertThat(found("sentence")).hasSize(1);
    }

    @Test
    void whoIsNoMemberAndMayJoinIsToldWhere() {
        SITE.db().run("update community set visibility = 'public'");

        HttpResponse<String> refused = SITE.as(eve).get("/c/valley/library/new");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("Only members share in this community’s library.")
                .contains("<a class=\"button main\" href=\"/c/valley\">");
    }

    @Test
    void forOthersNothingOfItIsThere() {
        String id = share();
        String missing = "/r/" + Ids.text(Ids.next());
        for (String path : List.of("", "/v/1", "/v/1/file", "/v/2/file", "/edit", "/version")) {
            HttpResponse<String> real = SITE.as(eve).get("/r/" + id + path);
            HttpResponse<String> none = SITE.as(eve).get(missing + path);
            assertThat(real.statusCode()).as(path).isEqualTo(404);
            assertThat(plain(real.body())).as(path).isEqualTo(plain(none.body()));
        }
        for (String path : List.of("", "/versions", "/file", "/pages")) {
            assertThat(SITE.api(eve).get("/api/v1/resources/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void aSecondVersionOfAFileIsTakenByProgramsToo() {
        String id = share();

        HttpResponse<String> answer =
                SITE.as(ben)
                        .without("s")
                        .without("r")
                        .header("Authorization", "Bearer " + ben.accessToken())
                        .sendBytes(
                                "/api/v1/resources/" + id + "/versions",
                                "multipart/form-data; boundary=b",
                                multipart(
                                        Map.of("note", "Shorter"),
                                        "short.pdf",
                                        Papers.pdf(List.of("Brief."))));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"state\":\"proposed\"", "\"number\":2");
        assertThat(SITE.api(ada).get("/api/v1/resources/" + id).body().get("version").asInt())
                .isEqualTo(1);
    }

    private String share() {
        String id = sent();
        Readings.readAll(SITE);
        return id;
    }

    /// Not looked at yet, so that only its owner and moderators see it.
    private String sent() {
        HttpResponse<String> answer =
                SITE.visitor()
                        .header("Authorization", "Bearer " + ada.accessToken())
                        .sendBytes(
                                "/api/v1/communities/valley/resources",
                                "multipart/form-data; boundary=b",
                                multipart(
                                        Map.of("title", "Falls at home", "kind", "guideline"),
                                        "guide.pdf",
                                        book()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private com.fasterxml.jackson.databind.JsonNode found(String word) throws InterruptedException {
        Readings.readAll(SITE);
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        com.fasterxml.jackson.databind.JsonNode hits;
        do {
            hits = SITE.api(ben).get("/api/v1/search?q=" + word).body().get("items");
            Thread.sleep(100);
        } while (hits.isEmpty() && Instant.now().isBefore(until));
        assertThat(hits).as("hits for " + word).isNotEmpty();
        return hits;
    }

    private static final String SLUG = "-falls-at-home";

    private static byte[] book() {
        return BOOK;
    }

    private static final byte[] BOOK =
            Papers.pdf(
                    IntStream.rangeClosed(1, 9)
                            .mapToObj(page ->
                                    page == 7
                                            ? "The sentence with the ziggurat in it."
                                            : "The sentence of page " + page + ".")
                            .toList());

    private static String patch(
            Visit visit, String token, String address, int from, byte[] file, int until) {
        var piece = java.util.Arrays.copyOfRange(file, from, until);
        HttpResponse<String> answer =
                visit.header("X-Csrf-Token", token)
                        .header("Upload-Offset", String.valueOf(from))
                        .patchBytes(address, piece);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return answer.headers().firstValue("Upload-Offset").orElseThrow();
    }

    private static byte[] multipart(Map<String, String> fields, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach((key, value) ->
                body.writeBytes(
                        ("--b\r\nContent-Disposition: form-data; name=\""
                                        + key
                                        + "\"\r\n\r\n"
                                        + value
                                        + "\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
        if (!name.isEmpty()) {
            body.writeBytes(
                    ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                    + name
                                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /// Without what differs from page to page.
    private static String plain(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
