package rounds.web.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.images.ImageCare;
import rounds.platform.files.FileCare;
import rounds.support.Homes;
import rounds.support.Photos;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Images as browsers and programs send them and look at them.
class ImagesTest {
    private static final Site SITE = Site.running();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOWHERE = "/images/0000000000000/480";

    private Somebody adaHerself;
    private Visit ada;
    private Visit bo;
    private Visit cyd;
    private String open;
    private String secret;

    @BeforeEach
    void twoCommunities() {
        SITE.db().empty();
        adaHerself = SITE.person("ada");
        ada = SITE.as(adaHerself);
        bo = SITE.as(SITE.person("bob"));
        cyd = SITE.as(SITE.person("cyd"));
        ada.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        ada.post("/communities", "name", "Back room", "visibility", "private", "languages", "en");
        SITE.db().run("update community set slug = 'back-room' where name = 'Back room'");
        join(1, "home-care", "bob");
        join(2, "back-room", "bob");
        join(3, "home-care", "cyd");
        open = begin("home-care", "Whose list?", "Three lists.");
        secret = begin("back-room", "A plan", "Nobody else.");
    }

    @Test
    void anImageIsItsUploadersUntilItStandsInAPostAndThenItsReaders() {
        String address = sent(Photos.jpeg(1600, 1200, 1));

        assertThat(ada.bytes(address).statusCode()).isEqualTo(200);
        assertThatItIsNotThere(address, bo, cyd, SITE.visitor());

        answer(secret, "![Three lists on a wall](" + address + ")");
        assertThat(bo.bytes(address).statusCode()).isEqualTo(200);
        assertThatItIsNotThere(address, cyd, SITE.visitor());

        answer(open, "![Three lists on a wall](" + address + ")");
        assertThat(cyd.bytes(address).statusCode()).isEqualTo(200);
        assertThat(SITE.visitor().bytes(address).statusCode()).isEqualTo(200);
    }

    @Test
    void anImageGoesWithThePostWhereverElseItIsQuoted() {
        String address = sent(Photos.png(900, 600));
        answer(secret, "![A form](" + address + ")");
        bo.post("/d/" + id(secret) + "/posts", "body", "> ![A form](" + address + ")\n\nYes.");
        bo.post("/d/" + id(open) + "/posts", "body", "![A form](" + address + ")");
        assertThat(bo.bytes(address).statusCode()).isEqualTo(200);
        assertThatItIsNotThere(address, cyd, SITE.visitor());

        SITE.db()
                .run(
                        "update post set state = 'hidden', gone_reason = 'patient_data' where number = 2 and author_id = "
                                + adaHerself.id());
        assertThatItIsNotThere(address, bo, cyd);
        assertThat(ada.bytes(address).statusCode()).isEqualTo(200);
    }

    @Test
    void whoLeavesTheCommunityReadsItsImagesNoMore() {
        String address = sent(Photos.png(900, 600));
        answer(secret, "![A form](" + address + ")");
        assertThat(bo.bytes(address).statusCode()).isEqualTo(200);

        SITE.db().run("update membership set until_at = now() where id = 2");

        assertThatItIsNotThere(address, bo);
        assertThat(known(bo, address).statusCode())
                .as("nor is it told to be the same")
                .isEqualTo(404);
    }

    @Test
    void anImageTakenOutOfThePostIsTakenFromItsReaders() {
        String address = sent(Photos.png(900, 600));
        String post = answer(secret, "![A form](" + address + ")");
        assertThat(bo.bytes(address).statusCode()).isEqualTo(200);

        ada.post(post + "/edit", "revision", "1", "body", "It showed too much.");

        assertThatItIsNotThere(address, bo);
    }

    @Test
    void anImageMovesAlongWithItsPost() {
        String address = sent(Photos.png(900, 600));
        answer(secret, "![A form](" + address + ")");
        SITE.db()
                .run(
                        "update discussion set community_id = (select id from community where slug = 'home-care'), visibility = 'public' where title = 'A plan'");
        SITE.db().run("update post set visibility = 'public'");

        assertThat(cyd.bytes(address).statusCode()).isEqualTo(200);
    }

    @Test
    void itIsServedAsNothingButAnImageOfThatWidth() {
        String address = sent(Photos.jpeg(4000, 3000, 1));
        assertThat(address).endsWith("/2400x1800");
        String image = address.substring(0, address.lastIndexOf('/'));

        HttpResponse<byte[]> small = ada.bytes(image + "/480");

        assertThat(small.headers().map())
                .containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"))
                .containsEntry("cache-control", List.of("private, no-cache"))
                .containsEntry("content-disposition", List.of("inline"))
                .doesNotContainKeys("last-modified", "set-cookie");
        assertThat(ada.bytes(image).body().length)
                .isEqualTo(ada.bytes(address).body().length)
                .isGreaterThan(small.body().length);
        assertThat(ada.head(image + "/480").statusCode()).isEqualTo(200);
        assertThat(known(ada, image + "/480").statusCode()).isEqualTo(304);
        for (String other : List.of("/abc", "/480.png", "/-1", "/99999")) {
            assertThat(ada.bytes(image + other).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void aPostShowsItWithItsWordsItsCaptionAndItsRoomKept() {
        String address = sent(Photos.jpeg(1600, 1200, 1));
        answer(open, "Look:\n\n![Three \"lists\" & a wall](" + address + " \"Ours, 2026\")");

        Document page = page(cyd, open);
        var shown = page.select("#p2 figure img").first();
        assertThat(shown.attr("alt")).isEqualTo("Three \"lists\" & a wall");
        assertThat(shown.attr("width") + " " + shown.attr("height")).isEqualTo("1600 1200");
        assertThat(shown.attr("loading")).isEqualTo("lazy");
        assertThat(page.select("#p2 figcaption").text()).isEqualTo("Ours, 2026");
        for (String source : shown.attr("srcset").split(", ")) {
            assertThat(cyd.bytes(source.split(" ")[0]).statusCode()).as(source).isEqualTo(200);
        }
        assertThat(cyd.bytes(page.select("#p2 a.picture").attr("href")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anImageWithoutWordsComesBackWithTheFormFilled() {
        String address = sent(Photos.png(900, 600));
        String words = "Here: ![](" + address + ")";

        HttpResponse<String> refused = ada.post("/d/" + id(open) + "/posts", "body", words);

        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(refused.body());
        assertThat(form.select("#e-body").text()).contains("what it shows").contains("hyphen");
        assertThat(form.select("textarea").text()).isEqualTo(words);

        String post = answer(open, "Here: ![-](" + address + ")");
        assertThat(page(bo, open).select("#p2 img").first().attributes().get("alt")).isEmpty();
        assertThat(page(bo, open).select("#p2 img").hasAttr("alt")).isTrue();
        assertThat(ada.post(post + "/edit", "revision", "1", "body", words).statusCode())
                .isEqualTo(422);
    }

    @Test
    void theWordsOfAnImageAreFound() {
        answer(open, "![Spirometry before and after](" + sent(Photos.png(900, 600)) + ")");

        assertThat(SITE.db().rows("select html from post where number = 2"))
                .first()
                .asString()
                .contains("Spirometry");
        assertThat(ada.get("/search?q=spirometry").body()).contains("Whose list?");
    }

    @Test
    void whatIsNoImageIsRefusedInWordsAndLeavesNothing() throws Exception {
        for (var refused :
                Map.of(
                                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                                        "PNG",
                                "<html><script>alert(1)</script></html>", "JPEG",
                                "", "JPEG")
                        .entrySet()) {
            HttpResponse<String> answer =
                    ada.upload("/images", refused.getKey().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(JSON.readTree(answer.body()).get("errors").get(0).get("message").asText())
                    .contains(refused.getValue());
        }
        long began = System.nanoTime();
        assertThat(ada.upload("/images", Photos.bomb(20_000, 20_000)).statusCode()).isEqualTo(422);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(ada.upload("/images", new byte[(20 << 20) + 5]).statusCode()).isIn(413, 422);
        assertThat(SITE.db().count("select count(*) from image")).isZero();
        assertThat(arriving()).isEmpty();
    }

    @Test
    void onlyOnesOwnPagesSendImagesAndOnlyForMembers() {
        Visit stranger = SITE.as(SITE.person("eve"));
        assertThat(stranger.upload("/images", Photos.png(90, 60)).statusCode()).isEqualTo(403);
        assertThat(SITE.visitor().upload("/images", Photos.png(90, 60)).statusCode())
                .isIn(303, 401);
        assertThat(ada.header("X-Csrf-Token", "wrong").send("/images", "POST", "x").statusCode())
                .isEqualTo(403);
        assertThat(SITE.api().upload("/api/v1/images?alt=x", Photos.png(90, 60)).status())
                .isEqualTo(401);
    }

    @Test
    void aFormOfItsOwnSendsOneWithoutAnyScript() {
        HttpResponse<String> unlooked = form(ada, Photos.jpeg(900, 600, 1), "A wall", false);
        assertThat(unlooked.statusCode()).isEqualTo(422);
        assertThat(unlooked.body()).contains("Look at the image once more").contains("A wall");

        HttpResponse<String> without = form(ada, Photos.jpeg(900, 600, 1), "");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Say in a sentence");

        HttpResponse<String> done = form(ada, Photos.jpeg(900, 600, 1), "Three [lists]");

        String line = Jsoup.parse(done.body()).select("#f-markdown").text();
        assertThat(line).startsWith("![Three \\[lists\\]](/images/").endsWith("/900x600)");
        answer(open, line);
        assertThat(page(cyd, open).select("#p2 img").attr("alt")).isEqualTo("Three [lists]");
    }

    @Test
    void aProgramSendsOneAndThrowsItAway() {
        var refused = SITE.api(adaHerself).upload("/api/v1/images", Photos.png(900, 600));
        assertThat(refused.status()).isEqualTo(422);

        var made = SITE.api(adaHerself).upload("/api/v1/images?alt=A%20form", Photos.png(900, 600));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("width").asInt()).isEqualTo(900);
        assertThat(made.body().get("markdown").asText()).startsWith("![A form](/images/");
        String path = "/images/" + made.body().get("id").asText();
        assertThat(made.body().get("url").asText()).endsWith(path);
        answer(open, made.body().get("markdown").asText());
        assertThat(cyd.bytes(path).statusCode()).isEqualTo(200);
        assertThat(SITE.api(SITE.person("dee")).delete("/api/v1" + path).status()).isEqualTo(404);

        assertThat(SITE.api(adaHerself).delete("/api/v1" + path).status()).isEqualTo(204);
        assertThatItIsNotThere(path, ada, cyd);
    }

    @Test
    void filesWithoutARowAndImagesThatNobodyShowedGoAfterAWhile() throws Exception {
        String shown = sent(Photos.png(900, 600));
        String forgotten = sent(Photos.jpeg(900, 600, 1));
        String begun = sent(Photos.clearPng(900, 600));
        answer(open, "![A form](" + shown + ")");
        ada.post("/drafts", "draft-place", "answer." + id(open), "body", "![x](" + begun + ")");
        long files = files();
        SITE.db().run("update image set made_at = now() - interval '31 days'");
        SITE.bean(ImageCare.class).clear();
        assertThat(ada.bytes(shown).statusCode()).isEqualTo(200);
        assertThat(ada.bytes(begun).statusCode()).isEqualTo(200);
        assertThatItIsNotThere(forgotten, ada);

        SITE.bean(FileCare.class).clear();
        assertThat(files()).as("still young").isEqualTo(files);
        age();
        SITE.bean(FileCare.class).clear();

        assertThat(files())
                .isEqualTo(SITE.db().count("select count(distinct hash) from image_size"));
        assertThat(ada.bytes(shown).statusCode()).isEqualTo(200);
        assertThat(ada.bytes(begun).statusCode()).isEqualTo(200);
    }

    private static Path folder() {
        return Homes.of("site").resolve("files");
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static List<Path> arriving() throws IOException {
        return all(folder().resolve("arriving"));
    }

    private static long files() throws IOException {
        return all(folder()).stream()
                .filter(file -> file.getFileName().toString().length() == 64)
                .count();
    }

    private static void age() throws IOException {
        for (Path file : all(folder())) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
    }

    private String sent(byte[] file) {
        HttpResponse<String> answer = ada.upload("/images", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        try {
            return JSON.readTree(answer.body()).get("address").asText();
        } catch (IOException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }

    private static HttpResponse<String> form(Visit visit, byte[] file, String words) {
        return form(visit, file, words, true);
    }

    private static HttpResponse<String> form(
            Visit visit, byte[] file, String words, boolean looked) {
        String body =
                part("csrf", "")
                        + visit.csrf()
                        + part("words", "")
                        + words
                        + (looked ? part("looked", "") + "yes" : "")
                        + part("image", "; filename=\"x.jpg\"")
                        + new String(file, StandardCharsets.ISO_8859_1)
                        + "\r\n--edge--\r\n";
        return visit.sendBytes(
                "/images/new",
                "multipart/form-data; boundary=edge",
                body.substring(2).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String part(String name, String more) {
        return "\r\n--edge\r\nContent-Disposition: form-data; name=\""
                + name
                + "\""
                + more
                + "\r\n\r\n";
    }

    /// As a browser asks that has it already.
    private static HttpResponse<String> known(Visit visit, String path) {
        String id = path.substring(8, 21);
        return visit.header("If-None-Match", "\"" + id + "-480\"").get("/images/" + id + "/480");
    }

    private static void assertThatItIsNotThere(String address, Visit... visits) {
        for (Visit visit : visits) {
            HttpResponse<byte[]> answer = visit.bytes(address);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(plain(answer.body(), address))
                    .isEqualTo(plain(visit.bytes(NOWHERE).body(), NOWHERE));
        }
    }

    /// Without what differs from page to page.
    private static String plain(byte[] page, String address) {
        return new String(page, StandardCharsets.UTF_8)
                .replaceAll("name=\"csrf\" value=\"[^\"]+\"", "")
                .replace(address, "")
                .replace(java.net.URLEncoder.encode(address, StandardCharsets.UTF_8), "");
    }

    /// The path of the new post.
    private String answer(String discussion, String body) {
        HttpResponse<String> answer = ada.post("/d/" + id(discussion) + "/posts", "body", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String place = answer.headers().firstValue("Location").orElseThrow();
        String anchor = place.substring(place.indexOf('#'));
        return page(ada, discussion).select(anchor + " header a[href^=/p/]").attr("href");
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
}
