package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Browser;
import rounds.support.ChildServer;
import rounds.support.Photos;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Images in a real Chromium: pasted, dropped, chosen, described, read and enlarged.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesJourneyTest {
    private static final String NEW = "/c/emr-valley/discussions/new";

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
    void aScreenshotIsPastedDescribedPostedAndEnlargedOnATelephone() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            BrowserContext window =
                    browser.window(
                            new com.microsoft.playwright.Browser.NewContextOptions()
                                    .setViewportSize(390, 844)
                                    .setColorScheme(scheme));
            Page page = signIn(window, "noor.haddad");
            write(page);
            page.locator("input[name=title]").fill("Our result screen " + scheme);
            box(page).fill("This is what I see at eight:");
            paste(page, Photos.png(1300, 900));

            Locator words = page.locator(".picture-in .words");
            assertThat(words).isFocused();
            assertThat(page.locator(".picture-in .patients")).containsText("no patient");
            page.waitForCondition(() -> !page.locator(".picture-in progress").isVisible());
            assertSound(page);
            Browser.shoot(page, "images-describe-390-" + scheme);
            press(page, "Post it");
            assertThat(page.locator(".picture-in .error")).containsText("Say in a sentence");
            assertThat(words).isFocused();
            press(page, "Put it into the text");
            assertThat(page.locator(".picture-in .error")).containsText("Say in a sentence");
            words.fill("A list of [74] results");
            page.locator(".picture-in .caption").fill("Made up");
            words.press("Enter");
            assertThat(page.locator(".picture-in .error")).containsText("Look at the image");
            assertThat(page.locator(".picture-in .looked")).isFocused();
            Browser.shoot(page, "images-look-390-" + scheme);
            page.keyboard().press("Space");
            words.press("Enter");

            assertThat(page.locator(".picture-in")).hasCount(0);
            assertThat(page.locator(".pictures [role=status]"))
                    .hasText("The image is in your text.");
            assertThat(box(page)).isFocused();
            assertThat(box(page))
                    .hasValue(
                            Pattern.compile(
                                    "This is what I see at eight:\\n\\n!\\[A list of \\\\\\[74\\\\] results]\\(/images/[0-9a-z]{13}/1300x900 \"Made up\"\\)\\n"));
            press(page, "Post it");

            Locator shown = page.locator("#p1 figure img");
            assertThat(shown).isVisible();
            assertThat(shown).hasAttribute("alt", "A list of [74] results");
            page.waitForFunction("() => document.querySelector('#p1 figure img').naturalWidth > 0");
            Browser.shoot(page, "images-post-390-" + scheme);
            page.locator("#p1 a.picture").click();
            assertThat(page.locator("#enlarged")).isVisible();
            page.waitForFunction(
                    "() => document.querySelector('#enlarged img').naturalWidth === 1300");
            assertThat(page.locator("#enlarged figcaption")).hasText("Made up");
            press(page, "Full size");
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => document.querySelector('#enlarged img').clientWidth >= 1300"))
                    .isTrue();
            press(page, "Full size");
            assertSound(page);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(
                                    Path.of(
                                            "target",
                                            "shots",
                                            "images-large-390-" + scheme + ".png")));
            page.keyboard().press("Escape");
            assertThat(page.locator("#enlarged")).isHidden();
            assertThat(page.locator("#p1 a.picture")).isFocused();
            window.close();
        }
    }

    @Test
    void theKeyboardAloneSendsDescribesAndEnlarges() {
        Page page = signIn(browser.window(1280, 900), "ruth.abara");
        write(page);
        page.locator("input[name=title]").fill("By keyboard");
        box(page).focus();
        box(page).fill("Look:");
        tabBackTo(page, "md-bold");
        var chooser =
                page.waitForFileChooser(() -> {
                    for (int i = 0; i < 20; i++) {
                        if ((Boolean)
                                page.evaluate(
                                        "() => document.activeElement.matches('.tool.image')")) {
                            break;
                        }
                        page.keyboard().press("ArrowRight");
                    }
                    page.keyboard().press("Enter");
                });
        chooser.setFiles(
                new FilePayload[] {
                    new FilePayload("first.jpg", "image/jpeg", Photos.jpeg(800, 600, 6)),
                    new FilePayload("second.png", "image/png", Photos.png(700, 500))
                });
        assertThat(page.locator(".picture-in").first().locator(".words")).isFocused();
        page.keyboard().type("The first");
        page.locator(".picture-in").first().locator(".looked").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".picture-in")).hasCount(1);
        assertThat(page.locator(".picture-in .words")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".picture-in")).hasCount(0);
        assertThat(box(page)).isFocused();
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#p1 figure img")).hasCount(2);
        assertThat(page.locator("#p1 figure img").nth(0)).hasAttribute("alt", "The first");
        assertThat(page.locator("#p1 figure img").nth(0)).hasAttribute("width", "600");
        assertThat(page.locator("#p1 figure img").nth(1)).hasAttribute("alt", "");
        page.locator("#p1 a.picture").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#enlarged .shut")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#enlarged")).isHidden();
        assertSound(page);
        Browser.shoot(page, "images-post-1280");
    }

    @Test
    void aFailedUploadKeepsTheWordsAndIsTriedAgain() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "sunil.perera");
        write(page);
        window.route("**/images", route -> route.abort());
        drop(page, "drawing.png", Photos.png(600, 400));
        Locator panel = page.locator(".picture-in");
        panel.locator(".words").fill("What I drew");
        panel.locator(".looked").check();
        assertThat(panel.locator(".error")).containsText("your words stay");
        Browser.shoot(page, "images-failed-1280");
        window.unroute("**/images");
        press(page, "Try again");
        press(page, "Put it into the text");

        assertThat(box(page))
                .hasValue(Pattern.compile("!\\[What I drew]\\(/images/.*/600x400\\)\\n"));

        drop(page, "notes.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes());
        assertThat(panel.locator(".error")).containsText("SVG drawings can hold programs");
        press(page, "Leave it out");
        assertThat(panel).hasCount(0);
    }

    @Test
    void withoutAnyScriptAFormOfItsOwnGivesTheLineToCopy() {
        BrowserContext window =
                browser.window(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                // Without scripts, nothing can tell when a page has stopped moving.
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setJavaScriptEnabled(false));
        Page page = signIn(window, "carla.mendes");
        visit(page, NEW);
        assertThat(page.locator(".send-apart a")).hasAttribute("href", "/images/new");
        visit(page, "/images/new");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("x.jpg", "image/jpeg", Photos.jpeg(900, 600, 1)));
        page.locator("textarea[name=words]").fill("A wall");
        page.locator("input[name=looked]").check();
        Browser.shoot(page, "images-new-390");
        press(page, "Send the image");
        String line = page.locator("#f-markdown").inputValue();
        visit(page, NEW);
        page.locator("input[name=title]").fill("Without script");
        page.locator("textarea[name=body]").fill(line);
        press(page, "Post it");

        assertThat(page.locator("#p1 figure img")).hasAttribute("alt", "A wall");
        page.locator("#p1 a.picture").click();
        page.waitForURL(Pattern.compile(".*/images/[0-9a-z]{13}$"));
    }

    private static void paste(Page page, byte[] png) {
        page.evaluate(
                """
                data => {
                  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
                  const clipboardData = new DataTransfer();
                  clipboardData.items.add(new File([bytes], "image.png", { type: "image/png" }));
                  document.querySelector("form.writing textarea[name=body]")
                    .dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
                }
                """,
                Base64.getEncoder().encodeToString(png));
    }

    private static void drop(Page page, String name, byte[] file) {
        page.evaluate(
                """
                ([name, data]) => {
                  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([bytes], name, { type: "image/png" }));
                  document.querySelector("form.writing .compose")
                    .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
                }
                """,
                List.of(name, Base64.getEncoder().encodeToString(file)));
    }

    private static void tabBackTo(Page page, String selector) {
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Shift+Tab");
            if ((Boolean)
                    page.evaluate("s => document.activeElement?.matches(s) === true", selector)) {
                return;
            }
        }
        throw new AssertionError("No way back by the keyboard to " + selector);
    }

    private static void assertSound(Page page) {
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
                .as("axe on " + page.url())
                .isEmpty();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scroll on " + page.url())
                .isTrue();
    }

    private static Locator box(Page page) {
        return page.locator("form.writing textarea[name=body]");
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

    /// The box with all its tools.
    private void write(Page page) {
        visit(page, NEW);
        assertThat(page.locator("button.look")).hasAttribute("aria-pressed", Pattern.compile(".+"));
    }

    private void visit(Page page, String path) {
        page.navigate(server.address(path).toString());
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }
}
