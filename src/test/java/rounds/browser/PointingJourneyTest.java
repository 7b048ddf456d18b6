package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Browser;
import rounds.support.ChildServer;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Naming people and linking to content by keyboard, at the width of a phone; and the bell.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointingJourneyTest {
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
    void somebodyIsNamedByKeyboardAndHerBellRings() {
        try (BrowserContext hers = browser.window(1280, 900);
                BrowserContext window = browser.window(390, 844)) {
            Page waiting = signIn(hers, "amara.diallo");
            waiting.navigate(server.address("/communities").toString());
            Locator bell = waiting.locator("a.bell .sr");
            String before = bell.textContent();
            Page page = signIn(window, "carla.mendes");
            page.navigate(server.address("/c/emr-valley/discussions/new").toString());
            page.locator("input[name=title]").fill("Who knows?");
            Locator field = page.locator("textarea[name=body]");
            field.focus();
            page.keyboard().type("Please look, @a");
            assertThat(page.locator(".offers [role=option]")).not().hasCount(0);
            // Nothing that is offered lies below the window.
            page.waitForFunction(
                    "() => document.querySelector('.offers').getBoundingClientRect().bottom <= innerHeight");
            page.keyboard().type("ma");

            Locator options = page.locator(".offers [role=option]");
            assertThat(options).hasCount(1);
            assertThat(options.first()).containsText("Amara Diallo");
            assertThat(options.first()).hasAttribute("aria-selected", "true");
            assertThat(field)
                    .hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            page.keyboard().press("Enter");
            assertThat(field).hasValue("Please look, @amara.diallo ");
            assertThat(page.locator(".offers")).isHidden();

            page.locator("button.main").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#p1 .prose a.at")).hasText("@amara.diallo");
            assertThat(bell).not().hasText(before);
        }
    }

    @Test
    void escapeLeavesWhatWasTypedAlone() {
        try (BrowserContext window = browser.window(390, 844)) {
            Page page = signIn(window, "carla.mendes");
            page.navigate(server.address("/c/emr-valley/discussions/new").toString());
            Locator field = page.locator("textarea[name=body]");
            field.focus();
            page.keyboard().type("@a");
            assertThat(page.locator(".offers [role=option]").first()).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".offers")).isHidden();
            assertThat(field).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().type("b");

            assertThat(field).hasValue("@a\nb");
        }
    }

    @Test
    void whoeverChoosesNothingKeepsWhatSheTyped() {
        try (BrowserContext window = browser.window(1280, 900)) {
            Page page = signIn(window, "carla.mendes");
            page.navigate(server.address("/c/emr-valley/discussions/new").toString());
            Locator field = page.locator("textarea[name=body]");
            Locator options = page.locator(".offers [role=option]");
            field.focus();
            page.keyboard().type("@");
            assertThat(options.first()).isVisible();
            page.keyboard().press("Enter");
            page.keyboard().type("[[");
            assertThat(options.first()).isVisible();
            page.keyboard().press("Enter");
            // Faster than any answer comes.
            page.keyboard().type("@a");
            assertThat(options.first()).isVisible();
            page.keyboard().type("bc");
            page.keyboard().press("Enter");
            page.keyboard().type("[[half");
            page.locator("input[name=title]").focus();

            assertThat(page.locator(".offers")).isHidden();
            assertThat(field).hasValue("@\n[[\n@abc\n[[half");
            page.locator("input[name=title]").fill("Typed by halves");
            page.locator("button.main").click();
            assertThat(page.locator("#p1 .prose"))
                    .hasText(Pattern.compile("@\\s+\\[\\[\\s+@abc\\s+\\[\\[half"));
        }
    }

    @Test
    void contentIsLinkedByKeyboardAndLeadsBack() {
        try (BrowserContext window = browser.window(390, 844)) {
            Page page = signIn(window, "carla.mendes");
            page.navigate(server.address("/c/emr-valley/discussions/new").toString());
            page.locator("input[name=title]").fill("Linking by hand");
            Locator field = page.locator("textarea[name=body]");
            field.focus();
            page.keyboard().type("As in [[referrals fax hole");
            Locator options = page.locator(".offers [role=option]");
            assertThat(page.locator(".offers [role=listbox]"))
                    .hasAttribute("data-typed", "referrals fax hole");
            assertThat(options.first()).containsText("Referrals go out by fax");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            assertThat(field).hasValue(Pattern.compile("As in \\[\\[[dp]:[0-9a-z]{13}]]"));

            page.locator("button.main").click();
            assertThat(page.locator("#p1 .prose a.to"))
                    .hasText(Pattern.compile("Referrals go out by fax.*"));
            page.locator("#p1 .prose a.to").click();
            assertThat(page.locator(".linked-from a[href*=linking-by-hand]").first()).isVisible();
        }
    }

    @Test
    void touchChooses() {
        try (BrowserContext window =
                browser.window(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true))) {
            Page page = signIn(window, "carla.mendes");
            page.navigate(server.address("/c/emr-valley/discussions/new").toString());
            Locator field = page.locator("textarea[name=body]");
            field.tap();
            page.keyboard().type("@");
            page.locator(".offers [role=option]").first().tap();

            assertThat(field).hasValue(Pattern.compile("@[a-z.]+ "));
            assertThat(field).isFocused();
        }
    }

    private Page signIn(BrowserContext window, String handle) {
        Page page = window.newPage();
        page.navigate(server.address("/sign-in").toString());
        page.locator("input[name=login]").fill(handle);
        page.locator("input[name=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/$"));
        return page;
    }
}
