package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.Browser;
import rounds.support.ChildServer;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// A search is saved, somebody else writes, and whoever saved it is told and opens it from there;
/// on a phone, in French.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedSearchJourneyTest {
    /// So many looks at the page the notification may take; each waits a little.
    private static final int LOOKS = 60;

    @TempDir static Path folder;

    private ChildServer server;
    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
        server =
                ChildServer.stopped(folder.resolve("home"))
                        .with("ROUNDS_SEARCHES_LOOK", "2s")
                        .with("ROUNDS_SEARCHES_PAUSE", "1s")
                        .with("ROUNDS_SEARCHES_SETTLING", "1s");
        server.start();
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
    void whatSomebodyElseWritesIsToldAndOpenedFromTheNotification() {
        Page page = member("amara.diallo", 390, ColorScheme.LIGHT, "fr-CA");
        visit(page, "/searches");
        assertThat(page.locator("section.empty")).containsText("Garder cette recherche");
        Browser.assertSound(page, "no saved search");
        Browser.shoot(page, "searches-none-390-fr");

        visit(page, "/search?q=zebrafish");
        page.locator(".keep-search a").click();
        assertThat(page.locator("#f-name")).hasValue("zebrafish");
        Browser.assertSound(page, "saving");
        Browser.shoot(page, "searches-save-390-fr");
        page.locator("#f-name").fill("Mes poissons");
        page.locator("main form button.main").click();
        assertThat(page).hasURL(Pattern.compile(".*/searches$"));
        Locator row = page.locator("[data-search]");
        assertThat(row.locator("h3")).hasText("Mes poissons");
        Browser.assertSound(page, "the list");
        Browser.shoot(page, "searches-390-fr");

        new Api(server.address("").toString())
                .signIn("carla.mendes", ChildServer.PASSWORD)
                .post(
                        "/api/v1/communities/emr-valley/discussions",
                        Map.of(
                                "kind",
                                "question",
                                "title",
                                "Zebrafish in the clinic",
                                "body",
                                "Has anybody kept zebrafish?"),
                        null);

        Locator told = page.locator("[data-bundle^='search_found']");
        for (int i = 0; i < LOOKS && told.count() == 0; i++) {
            page.waitForTimeout(500);
            visit(page, "/notifications");
        }
        assertThat(told.locator("h3")).containsText("Mes poissons");
        Browser.assertSound(page, "told");
        Browser.shoot(page, "searches-told-390-fr");

        told.locator("h3 a").click();
        assertThat(page.locator(".hit h3")).hasText("Zebrafish in the clinic");
        Browser.assertSound(page, "what is new");
        Browser.shoot(page, "searches-news-390-fr");
        page.locator("form[action$='/seen'] button").click();
        assertThat(page.locator("[data-search] .count")).hasCount(0);
        visit(page, "/notifications?show=unread");
        assertThat(told).hasCount(0);
    }

    @Test
    void aSearchIsRenamedDeletedAndBroughtBackByKeyboardAlone() {
        Page page = member("jonah.reyes", 1280, ColorScheme.DARK, "en-CA");
        visit(page, "/search?q=referral&kind=question");
        page.locator(".keep-search a").focus();
        page.keyboard().press("Enter");
        page.locator("input[name=alerts]").focus();
        page.keyboard().press("Space");
        page.locator("#f-name").focus();
        page.keyboard().press("Enter");
        Locator row = page.locator("[data-search]");
        assertThat(row.locator(".meta")).containsText("not told");

        row.locator("summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("Whose referral");
        Browser.assertSound(page, "renaming");
        Browser.shoot(page, "searches-rename-1280-dark");
        page.keyboard().press("Enter");
        assertThat(row.locator("h3")).hasText("Whose referral");

        row.locator("form[action$='/delete'] button").focus();
        page.keyboard().press("Enter");
        assertThat(row).hasCount(0);
        Browser.assertSound(page, "deleted");
        Browser.shoot(page, "searches-deleted-1280-dark");
        page.locator("form[action$='/back'] button").focus();
        page.keyboard().press("Enter");
        assertThat(row.locator("h3")).hasText("Whose referral");
    }

    private Page member(String handle, int width, ColorScheme scheme, String language) {
        return browser.member(
                server,
                handle,
                new NewContextOptions()
                        .setViewportSize(width, 844)
                        .setColorScheme(scheme)
                        .setLocale(language));
    }

    private void visit(Page page, String path) {
        page.navigate(server.address(path).toString());
    }
}
