package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// What a community's words mean, where they stand in a text, in a real Chromium: by the pointer,
/// by the keyboard alone, by a finger, and as a screen reader is told of it.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlossaryJourneyTest {
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

    /// What words mean is asked for late, and again where a busy machine had no answer.
    private static void await(Page page) {
        word(page).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    @Test
    void whatCouldNotBeFetchedIsAskedForAgainByItself() {
        Page desk = signIn(1280, ColorScheme.LIGHT, false);
        var asked = new AtomicInteger();
        desk.route(
                Pattern.compile(".*/glossary/words"),
                route -> {
                    if (asked.incrementAndGet() < 3) {
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        written(desk);
        desk.waitForCondition(() -> asked.get() == 1);
        // The line is back: nobody waits for the pause to end.
        desk.evaluate("() => dispatchEvent(new Event('online'))");
        await(desk);
        assertThat(asked).hasValue(3);
    }

    @Test
    void aWordIsExplainedByPointerKeyboardAndFingerAndToAScreenReader() {
        Page desk = signIn(1280, ColorScheme.LIGHT, false);
        String discussion = written(desk);
        Locator word = word(desk);
        Locator meaning = desk.locator("#meaning");
        await(desk);
        assertThat(word).hasCount(1);
        assertThat(meaning).isHidden();

        word.hover();
        assertThat(meaning).containsText("social determinants of health");
        assertThat(meaning).containsText("What makes people ill or well outside the clinic");
        // Her pointer may go onto it, and it stays.
        meaning.hover();
        desk.waitForTimeout(500);
        assertThat(meaning).isVisible();
        desk.locator("h1").hover();
        assertThat(meaning).isHidden();

        byKeyboard(desk, word, meaning);
        toAScreenReader(desk, word, meaning);

        Page phone = signIn(390, ColorScheme.DARK, true);
        phone.navigate(discussion);
        await(phone);
        word(phone).tap();
        assertThat(phone.locator("#meaning")).containsText("social determinants of health");
        assertThat(
                        (Boolean)
                                phone.evaluate(
                                        "() => { const is = document.querySelector('#meaning').getBoundingClientRect();"
                                                + " return is.left >= 0 && is.right <= innerWidth"
                                                + " && document.documentElement.scrollWidth <= innerWidth; }"))
                .as("within the window")
                .isTrue();
        assertSound(phone, "phone");
        Browser.shoot(phone, "meaning-390");
        phone.locator("h1").tap();
        assertThat(phone.locator("#meaning")).isHidden();
    }

    private static void byKeyboard(Page page, Locator word, Locator meaning) {
        page.locator("h1").click();
        for (int tab = 0; tab < 80 && !isFocused(word); tab++) {
            page.keyboard().press("Tab");
        }
        assertThat(word).isFocused();
        assertThat(meaning).isVisible();
        page.keyboard().press("Escape");
        assertThat(meaning).isHidden();
        assertThat(word).isFocused();
        page.keyboard().press("Enter");
        assertThat(meaning).isVisible();
        page.keyboard().press("Tab");
        assertThat(meaning).isHidden();
    }

    private static boolean isFocused(Locator word) {
        return (Boolean) word.evaluate("word => word === document.activeElement");
    }

    private static void toAScreenReader(Page page, Locator word, Locator meaning) {
        assertThat(word).hasAttribute("aria-expanded", "false");
        word.focus();
        assertThat(word).hasAttribute("aria-expanded", "true");
        assertThat(word).hasRole(AriaRole.BUTTON);
        assertThat(word).hasAccessibleName("SDOH");
        assertThat(word)
                .hasAccessibleDescription(Pattern.compile("^social determinants of health.*"));
        assertThat(meaning).hasRole(AriaRole.TOOLTIP);
        assertThat(meaning).hasAttribute("lang", "en");
        assertSound(page, "explained");
    }

    /// A discussion in which the word stands twice, and once where nothing is explained.
    private String written(Page page) {
        visit(page, "/c/social-determinants/discussions/new");
        page.locator("[name=kind][value=question]").check();
        page.locator("[name=title]").fill("Asking about rent");
        page.locator("textarea[name=body]")
                .fill(
                        "Who asks about SDOH first? We write `SDOH` into the chart. Then SDOH again.");
        page.locator("form.writing button.main").first().click();
        page.waitForURL(Pattern.compile(".*/d/.*"));
        return page.url();
    }

    private static Locator word(Page page) {
        return page.locator("main .prose .word");
    }

    private Page signIn(int width, ColorScheme scheme, boolean finger) {
        BrowserContext window =
                browser.window(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(width, 844)
                                .setHasTouch(finger)
                                .setColorScheme(scheme));
        Page page = window.newPage();
        visit(page, "/sign-in");
        page.locator("input[name=login]").fill("amara.diallo");
        page.locator("input[name=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/$"));
        return page;
    }

    private void visit(Page page, String path) {
        page.navigate(server.address(path).toString());
    }

    private static void assertSound(Page page, String what) {
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
                                .getViolations())
                .as(what)
                .isEmpty();
    }
}
