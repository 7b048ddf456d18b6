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

import rounds.support.Browser;
import rounds.support.ChildServer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// Search in a real Chromium: narrowed by clicks, opened at the page of a document, mended where a
/// word was mistyped, and asked as a question where nothing is found; on a phone, in French.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchJourneyTest {
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
    void hitsAreNarrowedByTwoClicksAndWidenedAgain() {
        Page page = member(1280, ColorScheme.LIGHT, "en-CA");
        visit(page, "/search?q=referral");
        int all = places(page);
        Locator facets = page.locator(".facets");

        Locator type = facets.locator("section[aria-labelledby=f-type] li a").first();
        int wanted = Integer.parseInt(type.locator("small").innerText());
        type.click();
        assertThat(page.locator(".narrowed .chip")).hasCount(1);
        assertThat(places(page)).isGreaterThanOrEqualTo(wanted);

        facets.locator("section[aria-labelledby=f-kind] li a").first().click();
        assertThat(page.locator(".narrowed .chip")).hasCount(2);
        assertThat(places(page)).isPositive().isLessThan(all);
        Browser.assertSound(page, "narrowed twice");
        Browser.shoot(page, "search-narrowed-1280");

        page.locator(".narrowed .chip").first().click();
        assertThat(page.locator(".narrowed .chip")).hasCount(1);
        page.locator(".narrowed > a:last-child").click();
        assertThat(page.locator(".narrowed")).hasCount(0);
        // The sample's documents may still be read meanwhile.
        assertThat(places(page)).isGreaterThanOrEqualTo(all);
    }

    @Test
    void theOrderChangesAndEveryHitSaysWhy() {
        Page page = member(1280, ColorScheme.DARK, "en-CA");
        visit(page, "/search?q=inbox+results");

        page.locator(".filters a", new Page.LocatorOptions().setHasText("Newest first")).click();
        assertThat(page.locator(".filters [aria-current]")).hasText("Newest first");
        page.locator(".filters a", new Page.LocatorOptions().setHasText("Best first")).click();
        page.locator(".takes a", new Page.LocatorOptions().setHasText("Why these")).click();
        assertThat(page.locator(".reasons").first()).containsText("%");
        Browser.assertSound(page, "why");
        Browser.shoot(page, "search-why-1280-dark");
    }

    @Test
    void aMistypedWordIsMendedAndAHitOpensAtItsPage() {
        Page page = member(1280, ColorScheme.LIGHT, "en-CA");
        visit(page, "/search?q=refferal");
        assertThat(page.locator(".note-line").first()).containsText("referral");

        visit(page, "/search?q=type:pdf");
        assertThat(page.locator(".hit")).not().hasCount(0);
        Locator hit = page.locator(".hit h3 a").first();
        hit.click();
        assertThat(page).hasURL(Pattern.compile(".*/r/.*"));
    }

    @Test
    void whatNobodyWroteOfIsAskedAsAQuestion() {
        Page page = member(390, ColorScheme.LIGHT, "en-CA");
        visit(page, "/search?q=xqzjvkw+vwqxzjk");
        assertThat(page.locator(".empty")).containsText("Ask it as a question");
        Browser.assertSound(page, "nothing found");
        Browser.shoot(page, "search-none-390");

        page.locator(".empty .chip").first().click();
        assertThat(page.locator("input[name=title]")).hasValue("xqzjvkw vwqxzjk");
    }

    @Test
    void onAPhoneAndInFrenchTheListIsNarrowedBelowIt() {
        Page page = member(390, ColorScheme.DARK, "fr-CA");
        visit(page, "/search?q=patient");
        Locator way = page.locator(".to-margin");
        assertThat(way).isVisible();
        way.click();
        assertThat(page.locator("#narrow")).isInViewport();
        Browser.assertSound(page, "on a phone");
        Browser.shoot(page, "search-390-dark");
    }

    @Test
    void theListIsTakenAlong() {
        Page page = member(1280, ColorScheme.LIGHT, "en-CA");
        visit(page, "/search?q=referral");
        for (String format : new String[] {"CSV", "RIS"}) {
            Locator take = page.locator(".takes a", new Page.LocatorOptions().setHasText(format));
            var file = page.waitForDownload(take::click);
            assertThat(file.suggestedFilename())
                    .isEqualTo("search." + format.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void whatWasSearchedForIsMarkedWhereAHitOpensAndSteppedThroughByKeyboard() {
        Page page = member(1280, ColorScheme.LIGHT, "en-CA");
        visit(page, "/search?q=notes+scribes&type=post");
        Locator hit = page.locator(".hit h3 a[href*='#p']").first();
        assertThat(hit).isVisible();
        hit.click();
        Locator bar = page.locator(".found-bar");
        assertThat(bar.locator("p")).containsText(Pattern.compile("places on this page|One place"));
        int places = marked(page, "found");
        assertThat(bar.locator("p")).containsText(places + " places on this page");
        // It lands in the post that was found.
        page.waitForFunction(
                "() => { const [now] = CSS.highlights.get('found-now') ?? [];"
                        + " if (!now) return false;"
                        + " const { top, bottom } = now.getBoundingClientRect();"
                        + " return document.querySelector(location.hash).contains(now.startContainer)"
                        + " && top > 0 && bottom < innerHeight; }");
        Browser.shoot(page, "search-opened-1280");
        // Nothing lies half below the bar there.
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
        Browser.assertSound(page, "opened from a search");

        page.keyboard().press("n");
        assertThat(bar.locator("p")).hasText(Pattern.compile("Place \\d+ of " + places));
        String there = bar.locator("p").innerText();
        page.keyboard().press("n");
        assertThat(bar.locator("p")).not().hasText(there);
        page.keyboard().press("Shift+N");
        assertThat(bar.locator("p")).hasText(there);
        bar.getByLabel("Next place").press("Enter");
        assertThat(bar.locator("p")).not().hasText(there);
        assertThat(bar.locator("a")).hasAttribute("href", Pattern.compile(".*/search\\?q=notes.*"));

        bar.getByLabel("Stop marking").press("Enter");
        assertThat(bar).hasCount(0);
        assertThat(page).not().hasURL(Pattern.compile(".*marks.*"));
        assertThat((Integer) page.evaluate("CSS.highlights.size")).isZero();
    }

    @Test
    void wordsAreMarkedWithTheirEndingsAndHalfWordsAsTheSearchFoundThem() {
        Page page = member(390, ColorScheme.DARK, "fr-CA");
        visit(page, "/search?q=scrib*+consenting&type=post");
        page.locator(".hit h3 a").first().click();
        assertThat(page.locator(".found-bar p")).containsText("dans cette page");
        assertThat(
                        (String)
                                page.evaluate(
                                        "[...CSS.highlights.get('found')].map(String).join(' ').toLowerCase()"))
                .contains("scribes", "consent");
        // What lies half below the bar is no smaller for it.
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
        Browser.assertSound(page, "opened from a search on a phone");
        Browser.shoot(page, "search-opened-390-dark");
    }

    private static int marked(Page page, String name) {
        return (Integer) page.evaluate("name => CSS.highlights.get(name).size", name);
    }

    @Test
    void pagesAreTurnedOnAndBackAndTheBrowsersBackGoesThere() {
        Page page = member(1280, ColorScheme.DARK, "en-CA");
        visit(page, "/search?q=patient");
        Locator line = page.locator("#h-page");
        assertThat(line).containsText("Page 1 · results 1–20 of");
        String first = page.locator(".hit h3").first().innerText();

        page.locator(".pager a[rel=next]").click();
        assertThat(line).containsText("Page 2 · results 21–");
        assertThat(page.locator("#h-found")).isInViewport();
        String second = page.locator(".hit h3").first().innerText();
        assertThat(second).isNotEqualTo(first);
        Browser.assertSound(page, "second page");
        Browser.shoot(page, "search-page-2-1280-dark");

        page.goBack();
        assertThat(line).containsText("Page 1");
        page.goForward();
        assertThat(page.locator(".hit h3").first()).hasText(second);
        page.locator(".pager a[rel=prev]").click();
        assertThat(page.locator(".hit h3").first()).hasText(first);
    }

    @Test
    void aDiscussionIsSearchedFromItsPageOnAPhone() {
        Page page = member(390, ColorScheme.LIGHT, "en-CA");
        visit(page, "/search?q=scribes&type=discussion");
        page.locator(".hit h3 a").first().click();
        page.waitForURL(Pattern.compile(".*/d/.*"));
        Locator field = page.getByLabel("Search in this discussion").locator("input[type=search]");
        field.fill("notes");
        // What stands elsewhere is not offered.
        page.waitForTimeout(600);
        assertThat(page.locator(".suggested:visible")).hasCount(0);
        field.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=notes&within=.*"));
        assertThat(page.locator(".narrowed .chip")).hasCount(1);
        assertThat(page.locator(".hit")).not().hasCount(0);
    }

    @Test
    void theHelpOfTheSearchIsRead() {
        Page page = member(1280, ColorScheme.LIGHT, "en-CA");
        visit(page, "/search");
        page.locator("main a[href='/search/help']").first().click();
        assertThat(page.locator("h1")).hasText("How to search");
        Browser.assertSound(page, "help");
        Browser.shoot(page, "search-help-1280");
        page.locator(".syntax a").first().click();
        assertThat(page.locator("#s-q")).hasValue("fever child");

        Page phone = member(390, ColorScheme.DARK, "fr-CA");
        visit(phone, "/search/help");
        assertThat(phone.locator("h1")).hasText("Comment chercher");
        Browser.assertSound(phone, "help on a phone");
        Browser.shoot(phone, "search-help-390-dark");
    }

    private Page member(int width, ColorScheme scheme, String language) {
        return browser.member(
                server,
                "amara.diallo",
                new NewContextOptions()
                        .setViewportSize(width, 844)
                        .setColorScheme(scheme)
                        .setLocale(language));
    }

    private void visit(Page page, String path) {
        page.navigate(server.address(path).toString());
    }

    private static int places(Page page) {
        String heading = page.locator("#h-found").innerText();
        return Integer.parseInt(heading.replaceFirst("\\D.*", ""));
    }
}
