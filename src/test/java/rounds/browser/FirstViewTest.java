package rounds.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.Browser;
import rounds.support.ChildServer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What a page asks for, and what goes over the line, in a Chromium that has seen nothing yet.
@Tag("packaged")
class FirstViewTest {
    private static final int BYTES = 60_000;
    private static final int REQUESTS = 8;

    @TempDir static Path folder;

    @Test
    void readingAndWritingAreLightAndAskLittle() {
        try (Browser browser = Browser.start();
                ChildServer server = ChildServer.start(folder.resolve("home"))) {
            var api = new Api(server.address("").toString());
            api.signIn("carla.mendes", ChildServer.PASSWORD);
            String here = "/api/v1/communities/emr-valley/discussions?limit=50";
            String own = "";
            String longest = "";
            String page = "";
            int most = 0;
            for (var row : api.get(here).body().get("items")) {
                String id = row.get("id").asText();
                if (row.get("title").asText().startsWith("Our fax number")) {
                    own = id;
                }
                if (row.get("posts").asInt() > most) {
                    most = row.get("posts").asInt();
                    longest = id;
                    page = URI.create(row.get("url").asText()).getPath();
                }
            }
            String state = signedIn(browser, server);
            for (String path :
                    List.of(
                            "/",
                            page,
                            "/d/" + longest + "/reply",
                            "/c/emr-valley/discussions/new",
                            "/d/" + own + "/edit")) {
                try (BrowserContext window =
                        browser.window(new NewContextOptions().setStorageState(state))) {
                    assertLight(window.newPage(), server, path);
                }
            }
        }
    }

    private static String signedIn(Browser browser, ChildServer server) {
        try (BrowserContext window = browser.window(1280, 900)) {
            Page page = window.newPage();
            page.navigate(server.address("/sign-in").toString());
            page.locator("[name=login]").fill("carla.mendes");
            page.locator("[type=password]").fill(ChildServer.PASSWORD);
            page.locator("main form button").first().click();
            page.waitForURL(server.address("/").toString());
            return window.storageState();
        }
    }

    private static void assertLight(Page page, ChildServer server, String path) {
        var bytes = new AtomicLong();
        var requests = new AtomicInteger();
        CDPSession wire = page.context().newCDPSession(page);
        wire.send("Network.enable");
        wire.on(
                "Network.requestWillBeSent",
                event -> {
                    JsonObject request = event.getAsJsonObject("request");
                    // What lies in a style sheet, as a browser's own for a date, is not asked for.
                    if (request.get("url").getAsString().startsWith("http")) {
                        requests.incrementAndGet();
                    }
                });
        wire.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        assertThat(page.navigate(server.address(path).toString()).status()).as(path).isEqualTo(200);
        // Long enough for what comes after the page by itself.
        page.waitForTimeout(1_500);
        System.out.printf(
                "first view: %s %.1f kB, %d requests%n", path, bytes.get() / 1e3, requests.get());
        assertThat(bytes.get()).as("bytes of " + path).isBetween(20_000L, (long) BYTES);
        assertThat(requests.get()).as("requests of " + path).isBetween(4, REQUESTS);
    }
}
