package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

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

/// What people come to do, done in a real Chromium on the whole product with its sample community.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
    private static final String COMMUNITY = "/c/emr-valley";

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
    void aPhysicianPostsAColleagueAnswersAThirdFindsBothAndAModeratorPinsAndCloses() {
        Page physician = signIn(desktop(), "carla.mendes");
        String address = postChallenge(physician, "Zephyrine inbox overflows on Mondays");

        Page colleague = signIn(desktop(), "noor.haddad");
        visit(colleague, address);
        colleague
                .getByLabel("What do you say to it?")
                .fill("We gave the quokkaform letters a folder of their own.");
        press(colleague, "Post reply");
        assertThat(colleague.locator(".thread .post")).containsText("quokkaform");

        Page third = signIn(desktop(), "ruth.abara");
        search(third, "zephyrine");
        assertThat(third.locator(".hit").first()).containsText("Zephyrine inbox");
        search(third, "quokkaform");
        assertThat(third.locator(".hit mark").first()).containsText("quokkaform");
        third.locator(".hit h3 a").first().click();
        assertThat(third.locator("#p2")).containsText("quokkaform");

        Page moderator = signIn(desktop(), "amara.diallo");
        visit(moderator, address);
        press(moderator, "Pin to the top");
        moderator.getByText("Close to replies").click();
        moderator.locator("textarea[name=reason]").fill("It is settled.");
        press(moderator, "Close it");
        assertThat(moderator.locator("main")).containsText("This discussion is closed");
        visit(moderator, COMMUNITY + "/discussions");
        assertThat(moderator.locator(".row").first()).containsText("Zephyrine inbox");
    }

    @Test
    void theMainJobIsDoneWithoutScripts() {
        BrowserContext window =
                browser.window(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                // Without scripts, nothing can tell when a page has stopped moving.
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setViewportSize(1280, 900));
        Page page = signIn(window, "carla.mendes");
        postChallenge(page, "Without scripts it works as well");
        page.getByLabel("What do you say to it?").fill("And **answers** do, too.");
        press(page, "Preview");
        assertThat(page.locator(".preview strong")).hasText("answers");
        press(page, "Post reply");
        assertThat(page.locator(".thread .post strong")).hasText("answers");
    }

    @Test
    void theMainJobIsDoneOnAPhone() {
        Page page = signIn(browser.window(360, 740), "noor.haddad");
        postChallenge(page, "Written with one thumb");
        for (String path :
                List.of(
                        "/",
                        "/communities",
                        COMMUNITY,
                        COMMUNITY + "/discussions",
                        "/search?q=inbox")) {
            visit(page, path);
            assertNoSidewaysScroll(page);
        }
    }

    @Test
    void theMainJobIsDoneWithTheKeyboardAlone() {
        Page page = desktop().newPage();
        visit(page, "/sign-in");
        tabTo(page, "input[name=login]");
        page.keyboard().type("noor.haddad");
        tabTo(page, "input[name=password]");
        page.keyboard().type(ChildServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/$"));
        visit(page, COMMUNITY + "/discussions/new");
        tabTo(page, "input[name=title]");
        page.keyboard().type("Typed, never clicked");
        tabTo(page, "textarea[name=body]");
        page.keyboard().type("All of this without a mouse.");
        tabTo(page, ".send button.main");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Typed, never clicked");
    }

    @Test
    void aPollTakesNoMoreThanItSaysAndIsRankedWithTheKeyboardAlone() {
        Page asks = signIn(desktop(), "carla.mendes");
        String several = ask(asks, "Which days?", "several", "2");
        String ranked = ask(asks, "Which first?", "ranked", "");
        Page votes = signIn(browser.window(390, 844), "noor.haddad");

        visit(votes, several);
        for (String day : List.of("Monday", "Tuesday", "Friday")) {
            votes.getByLabel(day).click();
        }
        assertThat(votes.locator(".ballot .error")).containsText("Take one away first");
        assertThat(votes.getByLabel("Friday")).not().isChecked();
        Browser.shoot(votes, "poll-most-390");
        press(votes, "Vote");
        assertThat(votes.locator(".poll")).containsText("1 person has voted");

        visit(votes, ranked);
        for (String day : List.of("Friday", "Monday")) {
            votes.getByLabel("Move “" + day + "” up").focus();
            votes.keyboard().press("Enter");
        }
        assertThat(votes.locator("#say")).containsText("“Monday” is now number 2");
        tabTo(votes, ".ballot .tools button");
        votes.keyboard().press("Enter");
        assertThat(votes.locator(".poll")).containsText("your choice number 2");
    }

    private String ask(Page page, String question, String kind, String most) {
        visit(page, COMMUNITY + "/discussions/new");
        page.locator("input[name=title]").fill(question);
        page.locator("textarea[name=body]").fill("Please vote.");
        page.locator(".add-poll summary").click();
        page.locator("[name=poll-question]").fill(question);
        page.locator("[name=poll-options]").fill("Monday\nTuesday\nFriday");
        page.locator("[name=poll-kind][value=" + kind + "]").check();
        page.locator("[name=poll-most]").fill(most);
        press(page, "Post it");
        assertThat(page.locator(".poll")).isVisible();
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void thePagesSpeakFrench() {
        Page page =
                signIn(
                        browser.window(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setLocale("fr-CA")
                                        .setViewportSize(1280, 900)),
                        "mireille.gagnon");
        visit(page, "/latest");
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(page.locator("h1")).hasText("Discussions récentes");
    }

    @Test
    void noPageBreaksARuleOfAccessibility() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            BrowserContext window =
                    browser.window(
                            new com.microsoft.playwright.Browser.NewContextOptions()
                                    .setColorScheme(scheme)
                                    .setViewportSize(1280, 900));
            Page visitor = window.newPage();
            for (String path :
                    List.of(
                            "/",
                            "/sign-in",
                            "/sign-up",
                            "/communities",
                            "/about/help",
                            "/nowhere")) {
                visit(visitor, path);
                assertAccessible(visitor, path);
            }
            Page member = signIn(window, "amara.diallo");
            visit(member, COMMUNITY + "/discussions");
            String discussion = member.locator(".row h3 a").first().getAttribute("href");
            for (String path :
                    List.of(
                            "/",
                            COMMUNITY,
                            COMMUNITY + "/discussions",
                            COMMUNITY + "/discussions/new",
                            COMMUNITY + "/members",
                            COMMUNITY + "/moderation",
                            discussion,
                            "/search?q=inbox",
                            "/settings",
                            "/u/noor.haddad")) {
                visit(member, path);
                assertAccessible(member, path);
            }
        }
    }

    private BrowserContext desktop() {
        return browser.window(1280, 900);
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

    private String postChallenge(Page page, String title) {
        visit(page, COMMUNITY + "/discussions/new");
        page.locator("input[name=title]").fill(title);
        page.locator("textarea[name=body]")
                .fill("Three hundred results by nine, and nobody owns the triage.");
        press(page, "Post it");
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator(".kind").first()).hasText("Challenge");
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private void search(Page page, String words) {
        visit(page, "/");
        page.locator("#q").fill(words);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search.*"));
    }

    private void visit(Page page, String path) {
        page.navigate(server.address(path).toString());
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    /// Presses Tab until the focus is there, as somebody without a mouse does.
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if ((Boolean)
                    page.evaluate("s => document.activeElement?.matches(s) === true", selector)) {
                return;
            }
        }
        throw new AssertionError("Tab never reached " + selector + " on " + page.url());
    }

    private static void assertNoSidewaysScroll(Page page) {
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scroll on " + page.url())
                .isTrue();
    }

    private static void assertAccessible(Page page, String path) {
        var violations =
                new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations();
        assertThat(
                        violations.stream()
                                .map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml())
                                .toList())
                .as("axe on " + path)
                .isEmpty();
    }
}
