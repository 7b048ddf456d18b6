package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Browser;
import rounds.support.ChildServer;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The frame of the pages on a phone: where one lands after an act, and the way to other places.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneTest {
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
    void moreOfAnyPostOpensWithinTheScreen() {
        Page page = signIn("noor.haddad", true);
        visit(page, "/c/emr-valley/discussions");
        page.locator(".row h3 a").first().click();
        page.waitForURL(Pattern.compile(".*/d/.*"));
        Locator menus = page.locator(".post-more");
        assertThat(menus.count()).isGreaterThan(2);
        for (int one = 0; one < menus.count(); one++) {
            menus.nth(one).locator("summary").click();
            var list = menus.nth(one).locator(".menu-list").boundingBox();
            assertThat(list.x).isGreaterThanOrEqualTo(0);
            assertThat(list.x + list.width).isLessThanOrEqualTo(page.viewportSize().width);
        }
    }

    @Test
    void followingTheMapAndTheEndsOfALongDiscussionAreNear() {
        Page page = signIn("noor.haddad", true);
        visit(page, "/c/emr-valley/discussions");
        assertThat(page.locator(".head a[href$='/catch-up']")).isInViewport();
        page.locator(".row")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[1-9]\\d replies")))
                .locator("h3 a")
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/d/.*"));
        page.navigate(page.url().replaceFirst("[?#].*", "") + "?at=1");
        assertThat(page.locator(".head a[href='#h-watch']")).isInViewport();
        page.locator(".head a[href='#h-map']").click();
        assertThat(page.locator("#h-map")).isInViewport();

        page.locator(".map li a").nth(4).click();
        Locator there = page.locator(".post:target");
        assertThat(there).isInViewport();
        String number = there.getAttribute("id").substring(1);
        assertThat(page.url()).endsWith("?at=" + number + "#p" + number);
    }

    @Test
    void anAddressOfAPostThatIsNotOnThePageAsksForIt() {
        Page page = signIn("noor.haddad", true);
        visit(page, "/c/emr-valley/discussions");
        String path = page.locator(".row h3 a").first().getAttribute("href");
        visit(page, path.replaceFirst("[?#].*", "") + "#p77");
        page.waitForURL(Pattern.compile(".*\\?at=77#p77"));
        assertThat(page.locator("main")).containsText("Post 77 is not here");
    }

    @Test
    void withoutScriptsNoDeadToolsStandAboveTheBox() {
        Page page = signIn("noor.haddad", false);
        visit(page, "/c/emr-valley/discussions/new");
        assertThat(page.locator("textarea[name=body]")).isVisible();
        assertThat(page.locator("markdown-toolbar")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasDoneIsSaidBesideThePostAndCanBePutAway(boolean scripts) {
        Page page = signIn("noor.haddad", scripts);
        visit(page, "/c/emr-valley/discussions");
        page.locator(".row h3 a").nth(1).click();
        page.locator("textarea[name=body]").fill("Short.");
        page.locator("#reply button.main").press("Enter");
        page.locator(".post:target a[href$='/edit']").press("Enter");
        page.locator("textarea[name=body]").fill("Long. ".repeat(400));
        page.locator("main form button.main").press("Enter");

        Locator notice = page.locator(".notice");
        assertThat(notice).isInViewport();
        assertThat(notice.locator("[role=status]")).containsText("Saved.");
        Locator post = page.locator(".post:target");
        assertThat(post).isInViewport();
        page.waitForCondition(() -> top(post) < 300);
        assertThat(top(post)).isGreaterThanOrEqualTo(top(notice) + height(notice));

        notice.locator("a").click();

        assertThat(notice).not().isVisible();
        assertThat(page.locator(".post").last()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void moreOpensTheOtherPlacesAboveTheBarAndLeavesThePageWhereItIs(boolean scripts) {
        Page page = signIn("noor.haddad", scripts);
        visit(page, "/c/emr-valley/discussions");
        page.mouse().wheel(0, 600);
        page.waitForCondition(() -> top(page.locator("h1")) < 0);
        double before = top(page.locator("h1"));
        Locator places = page.locator("#places");
        assertThat(places).not().isVisible();

        page.locator(".bar button").focus();
        page.keyboard().press("Enter");
        assertThat(places).isInViewport();
        assertThat(top(page.locator("h1"))).isEqualTo(before);
        page.keyboard().press("Tab");
        assertThat(places.locator("a").first()).isFocused();

        page.keyboard().press("Escape");
        assertThat(places).not().isVisible();
        assertThat(page.locator(".bar button")).isFocused();

        page.locator(".bar button").click();
        places.getByText("Members").click();
        assertThat(page.locator("h1")).containsText("Members");
    }

    @Test
    void aKeepersPagesFitAPhoneAndBreakNoRuleOfAccessibility() {
        Page page = signIn("claire.beaulieu", true);
        for (String path : List.of("/admin", "/admin/mail")) {
            visit(page, path);
            assertThat(page.locator("h1")).hasText("Site administration");
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            assertThat(
                            new AxeBuilder(page)
                                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                                    .analyze()
                                    .getViolations())
                    .isEmpty();
        }
    }

    private Page signIn(String handle, boolean scripts) {
        Page page =
                browser.window(
                                new NewContextOptions()
                                        .setViewportSize(390, 780)
                                        .setJavaScriptEnabled(scripts))
                        .newPage();
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

    private static double top(Locator element) {
        return element.boundingBox().y;
    }

    private static double height(Locator element) {
        return element.boundingBox().height;
    }
}
