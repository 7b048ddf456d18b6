package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The library in a real Chromium: several files are sent at once, found by a sentence on page
/// seven, renewed by another and taken by a curator.
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
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("handover"))
                .locator("input.title")
                .fill("Handover for weekends");
        ada.locator("main form button.main").click();
        ada.waitForURL(Pattern.compile(".*" + LIBRARY + "$"));
        assertThat(ada.locator(".rows")).containsText("Handover for weekends");
        assertThat(ada.locator(".rows")).containsText("list");
        assertSound(ada, "library");

        Page ben = signIn(window(390, ColorScheme.DARK), "sunil.perera");
        ben.waitForCondition(
                () -> {
                    visit(ben, "/search?q=ziggurat");
                    return ben.locator(".hit").count() == 1;
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));
        assertThat(ben.locator(".hit .where")).hasText("Page 7");
        ben.locator(".hit h3 a").click();
        assertThat(ben.locator("#h-read")).hasText("Page 7 of 9");
        assertThat(ben.locator(".sheet")).containsText("the ziggurat in it");
        assertSound(ben, "resource");
        Browser.shoot(ben, "library-resource-390");
        ben.getByText("Page 8").click();
        assertThat(ben.locator("#h-read")).hasText("Page 8 of 9");
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
        assertThat(other.locator(".notice")).containsText("A curator will look at it");

        Page moderator = signIn(window(1280, ColorScheme.LIGHT), "dev.malhotra");
        moderator.navigate(address);
        assertSound(moderator, "proposed");
        moderator.locator("button[value=accept]").focus();
        moderator.keyboard().press("Enter");
        assertThat(moderator.locator("article.prose")).containsText("New words");
        assertThat(moderator.locator(".log")).containsText("Version 2, current.");
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
