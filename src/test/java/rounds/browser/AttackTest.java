package rounds.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.Browser;
import rounds.support.ChildServer;
import rounds.support.SharedData;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Thousands of attacks, posted as posts and opened in Chromium by another person: nothing runs,
/// and nothing is fetched from anywhere else.
@Tag("packaged")
class AttackTest {
    private static final int QUERIES = 150;

    // What attacks would call, and what a policy violation would tell of a wall that was needed.
    private static final String WATCH =
            """
            window.__ran = [];
            for (const name of ['alert', 'confirm', 'prompt', 'print'])
              window[name] = (...a) => { window.__ran.push(name + ' ' + a.join(' ')); };
            """;

    @TempDir Path folder;

    @Test
    void nothingRunsAndNothingIsFetchedFromElsewhere() throws Exception {
        List<String> payloads = payloads();
        try (Browser browser = Browser.start();
                ChildServer server = ChildServer.start(folder.resolve("home"))) {
            List<String> discussions = post(server, payloads);
            BrowserContext window = browser.window(1280, 900);
            window.addInitScript(WATCH);
            var happened = new CopyOnWriteArrayList<String>();
            Page page = window.newPage();
            page.onDialog(dialog -> {
                happened.add("dialog: " + dialog.message());
                dialog.dismiss();
            });
            String site = server.address("/").toString();
            page.onRequest(request -> {
                if (!request.url().startsWith(site) && !request.url().startsWith("data:")) {
                    happened.add("fetched " + request.url());
                }
            });
            page.onFrameNavigated(frame -> {
                if (!frame.url().startsWith(site) && !frame.url().equals("about:blank")) {
                    happened.add("went to " + frame.url());
                }
            });
            int seen = 0;
            for (String discussion : discussions) {
                String next = discussion;
                while (next != null) {
                    page.navigate(next);
                    seen += page.locator("article.post").count();
                    check(page, happened);
                    var link = page.locator("a[rel=next]");
                    next =
                            link.count() == 0
                                    ? null
                                    : server.address(link.first().getAttribute("href")).toString();
                }
            }
            assertThat(seen).as("posts seen").isGreaterThan(payloads.size() * 8 / 10);
            for (int i = 0; i < payloads.size(); i += Math.max(1, payloads.size() / QUERIES)) {
                String query =
                        payloads.get(i).substring(0, Math.min(900, payloads.get(i).length()));
                page.navigate(
                        site + "search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
                check(page, happened);
            }
            System.out.printf(
                    "attacks: %d payloads, %d posts opened, %d searched%n",
                    payloads.size(), seen, QUERIES);
        }
    }

    private static void check(Page page, List<String> happened) {
        Object ran = page.evaluate("() => window.__ran.join('; ')");
        assertThat(ran).as("scripts run on " + page.url()).isEqualTo("");
        assertThat(happened).as("on " + page.url()).isEmpty();
    }

    /// Posts them all, a discussion for each two thousand; what is refused is refused in words.
    private static List<String> post(ChildServer server, List<String> payloads) throws Exception {
        Api api =
                new Api(server.address("").toString()).signIn("noor.haddad", ChildServer.PASSWORD);
        var addresses = new ArrayList<String>();
        String discussion = "";
        try (var workers = Executors.newFixedThreadPool(4)) {
            var answers = new ArrayList<Future<Api.Answer>>();
            for (int i = 0; i < payloads.size(); i++) {
                if (i % 2_000 == 0) {
                    JsonNode opened = open(api, i);
                    discussion = opened.get("id").asText();
                    addresses.add(opened.get("url").asText() + "?view=time");
                }
                String path = "/api/v1/discussions/" + discussion + "/posts";
                String body = payloads.get(i);
                answers.add(workers.submit(() -> api.post(path, Map.of("body", body), null)));
            }
            for (Future<Api.Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body().toString()).isIn(201, 422);
            }
        }
        return addresses;
    }

    private static JsonNode open(Api api, int number) {
        return api.post(
                        "/api/v1/communities/emr-valley/discussions",
                        Map.of(
                                "kind", "discussion",
                                "title", "Attacks <script>alert(" + number + ")</script>",
                                "body", "From here on.",
                                "tags", List.of(),
                                "language", "en"),
                        null)
                .body();
    }

    private static List<String> payloads() throws IOException {
        var payloads = new ArrayList<String>();
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(SharedData.require("xss/payloads.jsonl"))) {
            JsonNode row = json.readTree(line);
            String payload = row.isTextual() ? row.asText() : row.path("payload").asText();
            if (!payload.isBlank()) {
                payloads.add(payload);
            }
        }
        for (String line : Files.readAllLines(SharedData.require("xss/markdown_payloads.txt"))) {
            if (!line.isBlank()) {
                payloads.add(line);
            }
        }
        return payloads;
    }
}
