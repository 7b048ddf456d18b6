package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Browser;
import rounds.support.ChildServer;

import java.nio.file.Path;

/// The same site in the default theme, then in another that has four files: those four show, and
/// everything else is as it was.
@Tag("packaged")
class ThemeJourneyTest {
    private static final String SKIP = "a.skip";
    private static final String FOOT = "footer";

    @TempDir Path folder;

    @Test
    void anotherThemeShowsWhatItHasAndTheDefaultEverywhereElse() {
        String themes =
                Path.of(System.getProperty("rounds.project", ""), "src/test/resources/themes")
                        .toAbsolutePath()
                        .toString();
        try (var browser = Browser.start();
                var server = ChildServer.start(folder.resolve("home"))) {
            Page page = browser.window(1280, 900).newPage();
            page.navigate(server.address("/").toString());
            assertThat(page.locator(FOOT)).not().containsText("Harbour and Hills");
            assertThat(page.locator(SKIP)).hasText("Skip to the text");
            String pen = colour(page);
            String heading = page.locator("h1").innerText().strip();
            String wide = style(page, "maxWidth");
            signIn(page, server);
            String community = heading(page, server, "/c/emr-valley/discussions");
            server.stop();

            server.with("ROUNDS_THEMES", themes).with("ROUNDS_THEME", "plain").start();

            Page themed = browser.window(1280, 900).newPage();
            themed.navigate(server.address("/").toString());
            assertThat(themed.locator(FOOT)).hasText("Harbour and Hills");
            themed.navigate(server.address("/about/help").toString());
            assertThat(themed.locator("aside.margin")).hasText("A theme of Harbour and Hills");
            assertThat(themed.locator(SKIP)).hasText("Straight to the words");
            assertThat(colour(themed)).isEqualTo("#7a1f5c").isNotEqualTo(pen);
            themed.navigate(server.address("/").toString());
            // Templates, words and sheets that it does not have.
            assertThat(themed.locator("h1")).hasText(heading);
            assertThat(style(themed, "maxWidth")).isEqualTo(wide);
            signIn(themed, server);
            assertThat(heading(themed, server, "/c/emr-valley/discussions")).isEqualTo(community);
            assertThat(themed.locator(FOOT)).hasText("Harbour and Hills");
            assertThat(themed.locator("aside.margin")).hasText("A theme of Harbour and Hills");
            Browser.shoot(themed, "theme-plain");
        }
    }

    private static void signIn(Page page, ChildServer server) {
        page.navigate(server.address("/sign-in").toString());
        page.locator("input[name=login]").fill("noor.haddad");
        page.locator("input[name=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(server.address("/").toString());
    }

    private static String heading(Page page, ChildServer server, String path) {
        page.navigate(server.address(path).toString());
        return page.locator("h1").innerText();
    }

    private static String colour(Page page) {
        return (String)
                page.evaluate(
                        "() => getComputedStyle(document.documentElement).getPropertyValue('--pen').trim()");
    }

    private static String style(Page page, String property) {
        return (String)
                page.evaluate(
                        "property => getComputedStyle(document.querySelector('main'))[property]",
                        property);
    }
}
