package rounds.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A real Chromium, as people use it.
public final class Browser implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"));

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path program) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    /// Starts it, or skips the test with a word on what is missing.
    public static Browser start() {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(
                program != null || System.getenv("CI") != null,
                "No Chromium here: install the package `chromium` to run the browser journeys.");
        if (program == null) {
            throw new AssertionError("CI has no Chromium; nothing is skipped there.");
        }
        return new Browser(program);
    }

    /// A person's own window: cookies apart from all others.
    public BrowserContext window(int width, int height) {
        return window(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height));
    }

    public BrowserContext window(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(15_000);
        return context;
    }

    /// The first page of a member of the sample community, in a window of her own.
    ///
    /// @param options width, colours and language of the window
    public Page member(
            ChildServer server,
            String handle,
            com.microsoft.playwright.Browser.NewContextOptions options) {
        Page page = window(options).newPage();
        page.navigate(server.address("/sign-in").toString());
        page.locator("input[name=login]").fill(handle);
        page.locator("input[name=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/$"));
        return page;
    }

    /// No sideways scroll, and nothing that axe finds.
    public static void assertSound(Page page, String what) {
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scroll: " + what)
                .isTrue();
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(what)
                .isEmpty();
    }

    /// A picture for a person to look at, below target/shots.
    public static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "shots", name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
