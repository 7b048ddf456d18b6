package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Browser;
import rounds.support.ChildServer;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The search box while one types: by keyboard, by touch, in French, on a phone, and for those who
/// listen.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestJourneyTest {
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
    void aSuggestionIsChosenByKeyboard() {
        try (BrowserContext window = browser.window(1280, 900)) {
            Page page = signIn(window, "carla.mendes");
            page.keyboard().press("/");
            Locator field = page.locator("#q");
            assertThat(field).isFocused();
            page.keyboard().type("referrals go");
            Locator options = page.locator("#q-list [role=option]");
            assertThat(page.locator("#q-list")).hasAttribute("data-typed", "referrals go");
            assertThat(options.first()).containsText("Referrals go out by fax");
            assertThat(field).hasAttribute("role", "combobox");
            assertThat(field).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("#say")).hasText(Pattern.compile("\\d+ suggestions?\\. .+"));
            // Nothing is chosen until she chooses.
            assertThat(page.locator("#q-list [aria-selected=true]")).hasCount(0);

            page.keyboard().press("ArrowDown");
            assertThat(options.first()).hasAttribute("aria-selected", "true");
            assertThat(field)
                    .hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
            page.keyboard().press("Home");
            assertThat(page.locator("#q-list [aria-selected=true]")).hasCount(0);
            assertThat(field.evaluate("field => field.selectionStart")).isEqualTo(0);
            page.keyboard().press("End");
            assertThat(field.evaluate("field => field.selectionStart")).isEqualTo(12);
            page.keyboard().press("ArrowUp");
            assertThat(options.last()).hasAttribute("aria-selected", "true");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#q-list [aria-selected=true]")).hasCount(0);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");

            page.waitForURL(Pattern.compile(".*/(d|p|focus|r|cases)/.*"));
            assertThat(page.locator("h1")).containsText("Referrals go out by fax");
        }
    }

    @Test
    void escapeClosesTheListAndEnterSearchesAsAlways() {
        try (BrowserContext window = browser.window(1280, 900)) {
            Page page = signIn(window, "noor.haddad");
            Locator field = page.locator("#q");
            field.focus();
            page.keyboard().type("refferal");
            assertThat(page.locator("#q-list [role=option]").first())
                    .containsText(Pattern.compile("referral", Pattern.CASE_INSENSITIVE));
            page.keyboard().press("Escape");
            assertThat(page.locator(".suggested")).isHidden();
            assertThat(field).isFocused();
            assertThat(field).hasValue("refferal");
            assertThat(field).hasAttribute("aria-expanded", "false");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/search\\?q=refferal"));

            // What she sent is offered to her again, where the box is empty, and only there.
            // The page's script has to be there before a key can mean anything.
            page.locator("#s-q").fill("");
            assertThat(page.locator("#s-q"))
                    .hasAttribute("aria-expanded", Pattern.compile("true|false"));
            page.locator("#s-q").press("ArrowDown");
            Locator first = page.locator("#s-q-list [role=option]").first();
            assertThat(first).containsText("refferal");
            assertThat(first).hasAttribute("aria-selected", "true");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/search/recent"));
            assertReachable(page);
            page.locator("button[name=all]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("main .row")).hasCount(0);
        }
    }

    @Test
    void theValueOfAnOperatorIsCompletedByKeysAndTheWordsBeforeItStay() {
        try (BrowserContext window = browser.window(1280, 900)) {
            Page page = signIn(window, "noor.haddad");
            Locator field = page.locator("#q");
            field.focus();
            page.keyboard().type("fax kind:chal");
            Locator first = page.locator("#q-list [role=option]").first();
            assertThat(first).containsText("Challenge");
            assertThat(first).containsText("kind:challenge");
            assertThat(page.locator("#q-list .of").first()).hasText("Narrow it to");
            assertReachable(page);
            Browser.shoot(page, "suggest-operator");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(field).hasValue("fax kind:challenge ");
            assertThat(field).isFocused();
            // It says what the box holds now, and she types on.
            assertThat(page.locator("#say")).containsText("fax kind:challenge");
            page.keyboard().type("-by:carla");
            assertThat(first).containsText("-by:carla.mendes");
            assertThat(page.locator("#q-list .of").first()).hasText("Leave out");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(field).hasValue("fax kind:challenge -by:carla.mendes ");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/search\\?q=fax.*by.*carla.*"));
        }
    }

    @Test
    void aNameAndAWordAreOfferedWhatTheSearchFinds() {
        try (BrowserContext window = browser.window(1280, 900)) {
            Page page = signIn(window, "noor.haddad");
            page.locator("#q").focus();
            page.keyboard().type("carla fax");
            assertThat(page.locator("#q-list .of").first()).hasText("The search finds");
            // A page of a document is told by its number.
            assertThat(page.locator("#q-list")).containsText("Carla Mendes · Template");
            assertReachable(page);
        }
    }

    @Test
    void touchChoosesOnAPhone() {
        try (BrowserContext window =
                browser.window(
                        new NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true)
                                .setColorScheme(ColorScheme.DARK))) {
            Page page = signIn(window, "carla.mendes");
            page.navigate(server.address("/search").toString());
            Locator field = page.locator("#s-q");
            field.tap();
            Object before = page.evaluate("document.documentElement.scrollHeight");
            page.keyboard().type("amara");
            Locator option = page.locator("#s-q-list [role=option]").first();
            assertThat(option).containsText("Amara Diallo");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            // What floats moves nothing of the page.
            assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(before);
            assertThat(((Number) option.evaluate("row => row.offsetHeight")).intValue())
                    .isGreaterThanOrEqualTo(44);
            Browser.shoot(page, "suggest-phone-dark");
            assertReachable(page);
            option.tap();
            page.waitForURL(Pattern.compile(".*/u/amara\\.diallo"));
        }
    }

    @Test
    void inFrenchTheBoxSpeaksFrench() {
        try (BrowserContext window =
                browser.window(
                        new NewContextOptions().setViewportSize(1280, 900).setLocale("fr-CA"))) {
            Page page = signIn(window, "carla.mendes");
            page.locator("#q").focus();
            page.keyboard().type("amara");
            assertThat(page.locator("#q-list .of").first()).hasText("Personnes");
            assertThat(page.locator("#q-list")).hasAttribute("aria-label", "Suggestions");
            assertThat(page.locator("#say")).containsText("suggestion");
            assertThat(page.locator("#say")).containsText("Entrée");
            Browser.shoot(page, "suggest-french");
            assertReachable(page);
        }
    }

    @Test
    void withoutScriptItIsAPlainForm() {
        try (BrowserContext window =
                browser.window(
                        new NewContextOptions()
                                .setViewportSize(1280, 900)
                                .setJavaScriptEnabled(false))) {
            Page page = window.newPage();
            page.navigate(server.address("/communities").toString());
            page.locator("#q").fill("fax");
            page.locator("#q").press("Enter");
            page.waitForURL(Pattern.compile(".*/search\\?q=fax"));
        }
    }

    private static void assertReachable(Page page) {
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
                .isEmpty();
    }

    private Page signIn(BrowserContext window, String who) {
        Page page = window.newPage();
        page.navigate(server.address("/sign-in").toString());
        page.locator("[name=login]").fill(who);
        page.locator("[type=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button").first().click();
        page.waitForURL(server.address("/").toString());
        return page;
    }
}
