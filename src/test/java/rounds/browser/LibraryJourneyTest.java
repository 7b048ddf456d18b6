package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Browser;
import rounds.support.ChildServer;
import rounds.support.Papers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The library in a real Chromium: several files are sent at once, found by a sentence on page
/// seven, renewed by another, taken by a curator, and arranged.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryJourneyTest {
    private static final String LIBRARY = "/c/emr-valley/library";

    @TempDir static Path folder;

    private ChildServer server;
    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
        server = ChildServer.start(folder.resolve("home"));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void severalFilesAreSharedFoundByASentenceAndRenewed() {
        Page ada = signIn(window(1280, ColorScheme.LIGHT), "amara.diallo");
        visit(ada, LIBRARY + "/new");
        assertThat(ada.locator(".files p.drop")).isVisible();
        ada.locator("#f-file")
                .setInputFiles(
                        new FilePayload[] {
                            new FilePayload("handover.pdf", "application/pdf", book()),
                            new FilePayload("list.txt", "text/plain", bytes("Names of forms")),
                            new FilePayload("run.docm", "application/zip", bytes("No document")),
                        });
        assertThat(ada.locator(".sent-file.here")).hasCount(2);
        assertThat(ada.locator(".sent-file.refused .error")).isVisible();
        assertSound(ada, "share");
        ada.locator(".sent-file.here")
                .filter(new Locator.FilterOptions().setHasText("handover"))
                .locator("input.title")
                .fill("Handover for weekends");
        ada.waitForFunction(
                "() => [...document.querySelectorAll('.sent-file .how')].some(how => how.textContent === '9 pages')");
        // What somebody wrote meanwhile is not written over.
        assertThat(ada.locator(".sent-file").first().locator("input.title"))
                .hasValue("Handover for weekends");
        ada.locator("main form button.main").click();
        ada.waitForURL(Pattern.compile(".*" + LIBRARY + "$"));
        assertThat(ada.locator("#new .rows")).containsText("Handover for weekends");
        assertThat(ada.locator("#new .rows")).containsText("list");
        assertSound(ada, "library");

        Page ben = signIn(window(390, ColorScheme.DARK), "sunil.perera");
        ben.waitForCondition(
                () -> {
                    visit(ben, "/search?q=ziggurat");
                    return ben.locator(".hit").count() == 1;
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));
        assertThat(ben.locator(".hit .where")).hasText("Page 7");
        var complaints = new ArrayList<String>();
        ben.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        ben.locator(".hit h3 a").click();
        assertThat(ben.locator("#h-read")).hasText("Page 7 of 9");
        assertThat(ben.locator(".leaf[data-number='7'] canvas")).isVisible();
        assertThat(ben.locator(".leaf[data-number='7'] .words mark")).hasText("ziggurat");
        assertThat(ben.locator(".leaf[data-number='7'] .words")).containsText("in it.");
        assertThat(ben.locator(".as-text")).isHidden();
        // No more is drawn than what is near.
        assertThat(ben.locator(".leaf canvas").count()).isLessThan(7);
        assertSound(ben, "resource");
        Browser.shoot(ben, "library-resource-390");
        ben.locator(".reader-bar a[rel=next]").focus();
        ben.keyboard().press("Enter");
        assertThat(ben.locator("#h-read")).hasText("Page 8 of 9");
        ben.waitForURL(Pattern.compile(".*page=8.*"));
        ben.locator("#f-find").fill("sentence page");
        ben.keyboard().press("Enter");
        assertThat(ben.locator("#found summary")).containsText("On 8 pages");
        assertThat(ben.locator(".leaf[data-number='8'] .words mark")).hasCount(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whereItsPagesCannotBeDrawnTheTextOfADocumentStays() {
        BrowserContext window = window(1280, ColorScheme.LIGHT);
        Page page = signIn(window, "amara.diallo");
        String path = pdf(page);
        page.route(
                "**/pdf-worker.js",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        page.route("**/pdf.js", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        visit(page, path);
        assertThat(page.locator("#say")).containsText("cannot be drawn");
        assertThat(page.locator(".as-text a[href*='#page=']")).isVisible();
        assertThat(page.locator(".leaves")).hasCount(0);
    }

    @Test
    void aLongDocumentIsFetchedInParts() {
        Page page = signIn(window(1280, ColorScheme.LIGHT), "amara.diallo");
        visit(page, LIBRARY + "/new");
        page.locator("#f-file")
                .setInputFiles(
                        new FilePayload(
                                "thick.pdf",
                                "application/pdf",
                                Papers.thick(60, 40_000, "The end.")));
        assertThat(page.locator(".sent-file.here")).hasCount(1);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/r/.*"));
        // All that the first view asks for is here.
        assertThat(page.locator(".leaf[data-number='1'] canvas")).isVisible();
        var parts = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().endsWith("/file")) {
                parts.add(request.headers().getOrDefault("range", "whole"));
            }
        });
        page.navigate(page.url() + "?page=31");
        assertThat(page.locator(".leaf[data-number='31'] canvas")).isVisible();
        assertThat(page.locator(".leaf[data-number='31'] .words")).containsText("Page 31, line 0");
        assertThat(parts).hasSizeBetween(3, 8);
        assertThat(parts.stream().skip(1)).allMatch(part -> part.startsWith("bytes="));
        page.locator(".leaves").focus();
        page.keyboard().press("End");
        assertThat(page.locator("#h-read")).hasText("Page 60 of 60");
        page.locator("[data-zoom=in]").press("Enter");
        assertThat(page.locator("#h-read")).hasText("Page 60 of 60");
        assertThat(page.locator(".leaf[data-number='60'] canvas")).isVisible();
    }

    @Test
    void whatAScannerPackedIsUnfoldedByCompiledCodeOfOurs() {
        Page page = signIn(window(1280, ColorScheme.LIGHT), "amara.diallo");
        visit(page, LIBRARY + "/new");
        page.locator("#f-file")
                .setInputFiles(new FilePayload("fax.pdf", "application/pdf", Papers.scanned()));
        assertThat(page.locator(".sent-file.here")).hasCount(1);
        page.locator("input[name=vouched]").check();
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.waitForResponse("**/jbig2.wasm", () -> page.locator("main form button.main").click());
        assertThat(page.locator(".leaf canvas")).isVisible();
        assertThat(
                        page.evaluate(
                                """
                                () => {
                                  const canvas = document.querySelector(".leaf canvas");
                                  const at = (part) => canvas.getContext("2d").getImageData(canvas.width / 2, canvas.height * part, 1, 1).data[0];
                                  return [at(0.25), at(0.75)];
                                }
                                """))
                .isEqualTo(List.of(0, 255));
        assertThat(complaints).isEmpty();
    }

    /// The address of some PDF of the library.
    private String pdf(Page page) {
        visit(page, LIBRARY);
        return page.locator(".rows li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("PDF"))
                .first()
                .locator("h3 a")
                .getAttribute("href");
    }

    @Test
    void aVersionIsProposedAndTakenByKeyboardAlone() {
        Page owner = signIn(window(1280, ColorScheme.DARK), "amara.diallo");
        visit(owner, LIBRARY + "/new?form=text");
        owner.locator("#f-body").fill("## First\n\nOld words");
        owner.locator("#f-title").fill("How we name order sets");
        owner.locator("#f-title").press("Enter");
        assertThat(owner.locator("h1")).hasText("How we name order sets");
        String address = owner.url();

        Page other = signIn(window(390, ColorScheme.LIGHT), "carla.mendes");
        other.navigate(address);
        other.locator(".tools a.button").last().click();
        assertThat(other.locator("h1")).hasText("Propose a version");
        other.locator("#f-body").fill("## First\n\nNew words");
        assertSound(other, "version");
        other.locator("main form button.main").click();
        assertThat(other.locator(".notice")).containsText("A moderator will look at it");

        Page moderator = signIn(window(1280, ColorScheme.LIGHT), "dev.malhotra");
        moderator.navigate(address);
        assertSound(moderator, "proposed");
        go(
                moderator,
                moderator.locator("#h-proposed").locator("..").locator("..").locator("a.button"));
        assertThat(moderator.locator("h1")).hasText("Version 2, proposed");
        assertSound(moderator, "decision");
        moderator.locator("button[value=accept]").focus();
        moderator.keyboard().press("Enter");
        assertThat(moderator.locator("article.prose")).containsText("New words");
        assertThat(moderator.locator(".log")).containsText("Version 2, current.");
    }

    @Test
    void aCuratorArrangesACollectionByKeyboardAlone() {
        Page curator = signIn(window(1280, ColorScheme.LIGHT), "dev.malhotra");
        visit(curator, LIBRARY);
        assertThat(curator.locator("#h-collections")).isVisible();
        assertSound(curator, "library with collections");
        go(curator, curator.locator("#h-collections + a"));
        assertThat(curator.locator("h1")).hasText("Collections");
        assertSound(curator, "collections");
        go(curator, curator.locator("main .head a.button"));
        tabTo(curator, curator.locator("#f-title"));
        curator.keyboard().type("Papers for a first week");
        assertSound(curator, "new collection");
        curator.keyboard().press("Enter");
        assertThat(curator.locator("#f-find")).isFocused();
        Locator items = curator.locator(".arranging > li");
        int put = 0;
        for (String words : List.of("naming", "fax", "reconciliation")) {
            tabTo(curator, curator.locator("#f-find"));
            curator.keyboard().type(words);
            curator.keyboard().press("Enter");
            assertThat(curator.locator(".found button").first()).isFocused();
            curator.keyboard().press("Enter");
            put++;
            assertThat(items).hasCount(put);
            assertThat(curator.locator("#f-find, .found button").and(curator.locator(":focus")))
                    .hasCount(1);
        }
        assertSound(curator, "arrange");

        Locator up = items.nth(2).locator("button[value=up]");
        String third = up.locator(".sr").textContent().strip();
        tabTo(curator, up);
        // Twice, without waiting for what becomes of the first.
        curator.keyboard().press("Enter");
        curator.keyboard().press("Enter");
        assertThat(curator.locator("#say")).containsText(third + "” now stands at 1 of 3.");
        assertThat(curator.locator("#arranged .said")).not().containsText("Somebody else");
        assertThat(items.nth(0).locator("button[value=up]")).isFocused();
        assertThat(items.nth(0).locator("button[value=up]")).hasAttribute("aria-disabled", "true");
        curator.keyboard().press("Enter");
        assertThat(items.nth(0)).containsText(third);
        curator.keyboard().press("Tab");
        curator.keyboard().press("Enter");
        assertThat(curator.locator("#say")).containsText("now stands at 2 of 3.");
        assertThat(items.nth(1).locator("button[value=down]")).isFocused();

        overASlowLine(curator, items);

        String first = items.nth(0).locator("a").first().textContent();
        items.nth(0)
                .locator(".line")
                .dragTo(
                        items.nth(2).locator(".line"),
                        new Locator.DragToOptions()
                                .setSourcePosition(8, 8)
                                .setTargetPosition(8, 60));
        assertThat(items.nth(2)).containsText(first);
        assertThat(curator.locator("#say")).containsText("now stands at 3 of 3.");

        go(curator, items.nth(2).locator("button[formaction]"));
        assertThat(items).hasCount(2);
        assertThat(curator.locator("#say")).containsText("It stays in the library.");
        assertThat(items.nth(1).locator("button[formaction]")).isFocused();
        go(curator, curator.locator(".onward a.button"));
        assertThat(curator.locator("h1")).hasText("Papers for a first week");
        assertSound(curator, "collection");

        Page reader = signIn(window(390, ColorScheme.DARK), "carla.mendes");
        visit(reader, LIBRARY);
        assertThat(reader.locator(".rows").first()).containsText("Papers for a first week");
        assertSound(reader, "library of a reader");
        Browser.shoot(reader, "library-collections-390");
    }

    /// What is pressed while an answer is on its way counts in its order, and whoever has gone on
    /// to another place stays there.
    private static void overASlowLine(Page curator, Locator items) {
        var held = new ArrayList<Route>();
        curator.route("**/order", held::add);
        List<String> titles = items.locator(".line a").allTextContents();
        for (int pressed : List.of(0, 0, 1)) {
            items.nth(pressed).locator("button[value=down]").focus();
            curator.keyboard().press("Enter");
        }
        curator.locator("#f-find").focus();
        for (int answered = 1; answered <= 3; answered++) {
            int so = answered;
            curator.waitForCondition(() -> held.size() == so);
            curator.keyboard().type(String.valueOf(so));
            held.getLast().resume();
        }
        assertThat(curator.locator("#say")).containsText(titles.get(1) + "” now stands at 2 of 3.");
        assertThat(items.locator(".line a"))
                .hasText(new String[] {titles.get(2), titles.get(1), titles.get(0)});
        assertThat(curator.locator("#f-find")).isFocused();
        assertThat(curator.locator("#f-find")).hasValue("123");
        curator.unroute("**/order");
        curator.locator("#f-find").fill("");
    }

    /// To a link or a button, and pressed.
    private static void go(Page page, Locator target) {
        tabTo(page, target);
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, Locator target) {
        assertThat(target).isVisible();
        for (int steps = 0; steps < 200; steps++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("one => one === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not come to " + target);
    }

    @Test
    void whatIsReportedIsHiddenWithAReasonThatItsOwnerReads() {
        Page owner = signIn(window(390, ColorScheme.LIGHT), "amara.diallo");
        visit(owner, LIBRARY + "/new?form=text");
        owner.locator("#f-body").fill("Take it twice a day.");
        owner.locator("#f-title").fill("Doses by heart");
        owner.locator("#f-title").press("Enter");
        assertThat(owner.locator("h1")).hasText("Doses by heart");

        Page reader = signIn(window(390, ColorScheme.DARK), "carla.mendes");
        reader.navigate(owner.url());
        reader.getByText("Report this resource").click();
        assertSound(reader, "report");
        reader.locator("input[value=unsafe]").check();
        reader.locator("#f-note").fill("Once a day is right.");
        reader.locator("main form button.main").click();
        assertThat(reader.locator(".notice")).containsText("The moderators will look at it");

        Page moderator = signIn(window(1280, ColorScheme.LIGHT), "dev.malhotra");
        visit(moderator, "/c/emr-valley/moderation");
        Locator reported =
                moderator.locator(".case", new Page.LocatorOptions().setHasText("Doses by heart"));
        assertThat(reported).containsText("Once a day is right.");
        assertSound(moderator, "moderation");
        reported.getByText("Hide").click();
        assertSound(moderator, "hide");
        moderator.locator("#f-reason").fill("The dose is wrong.");
        moderator.locator("main form button.main").click();
        assertThat(moderator.locator(".say.warn")).containsText("has hidden this");

        owner.waitForCondition(
                () -> {
                    visit(owner, "/notifications");
                    return owner.getByText("The dose is wrong.").count() == 1;
                },
                new Page.WaitForConditionOptions().setTimeout(30_000));
        assertThat(owner.locator(".told")).containsText("has hidden “Doses by heart”");
    }

    @Test
    void itIsThereInFrench() {
        Page page = signIn(window(390, ColorScheme.LIGHT), "mireille.gagnon");
        page.locator("button[value=fr]").click();
        visit(page, "/c/sante-mentale-premiere-ligne/library");
        assertThat(page.locator("h1")).hasText("Bibliothèque");
        assertSound(page, "french");
        visit(page, "/c/sante-mentale-premiere-ligne/library/new?form=link");
        page.locator("#f-url").fill("pas une adresse");
        page.locator("#f-title").fill("Lien");
        page.locator("main form button.main").click();
        assertThat(page.locator("#e-url")).containsText("Aucun navigateur");
        assertThat(page.locator("#f-title")).hasValue("Lien");
    }

    private static byte[] book() {
        return Papers.pdf(
                IntStream.rangeClosed(1, 9)
                        .mapToObj(page ->
                                page == 7
                                        ? "The sentence with the ziggurat in it."
                                        : "The sentence of page " + page + ".")
                        .toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private BrowserContext window(int width, ColorScheme scheme) {
        return browser.window(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setColorScheme(scheme));
    }

    private Page signIn(BrowserContext window, String handle) {
        Page page = window.newPage();
        visit(page, "/sign-in");
        page.locator("input[name=login]").fill(handle);
        page.locator("input[name=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/$"));
        return page;
    }

    private void visit(Page page, String path) {
        page.navigate(server.address(path).toString());
    }

    /// No sideways scroll, and nothing that axe finds.
    private static void assertSound(Page page, String what) {
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scroll: " + what)
                .isTrue();
        assertThat(
                        new AxeBuilder(page)
                                        .withTags(
                                                List.of(
                                                        "wcag2a",
                                                        "wcag2aa",
                                                        "wcag21a",
                                                        "wcag21aa",
                                                        "wcag22aa"))
                                        .analyze()
                                        .getViolations()
                                        .stream()
                                        .map(v ->
                                                v.getId()
                                                        + ": "
                                                        + v.getNodes().getFirst().getHtml())
                                        .toList())
                .as("axe: " + what)
                .isEmpty();
    }
}
