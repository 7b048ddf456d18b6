package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

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

/// Single keys, for those who live on them.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {
    private static final String LIST = "/c/emr-valley/discussions";

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
    void aListIsWalkedADiscussionOpenedAndLeft() {
        Page page = visit(signedIn(), LIST);
        page.keyboard().press("j");
        assertThat(page.locator(".row h3 a").first()).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator(".row h3 a").nth(1)).isFocused();
        page.keyboard().press("o");
        page.waitForURL(Pattern.compile(".*/d/.*"));

        page.keyboard().press("j");
        assertThat(page.locator("article.post").first()).isFocused();
        String discussion = page.url();
        page.keyboard().press("c");
        page.waitForURL(Pattern.compile(".*" + LIST + "/new"));
        page.navigate(discussion);
        page.keyboard().press("u");
        page.waitForURL(Pattern.compile(".*" + LIST));
        page.keyboard().press("c");
        page.waitForURL(Pattern.compile(".*" + LIST + "/new"));
    }

    @Test
    void whatIsTypedBehindTheSlashStandsInTheBoxOnASlowLineToo() {
        Page page = signedIn();
        page.route("**/keys.js", Route::abort);
        visit(page, LIST);
        page.keyboard().type("/fax");

        assertThat(page.locator("#q")).isFocused();
        assertThat(page.locator("#q")).hasValue("fax");
    }

    @Test
    void aRefusedFormTakesTheFocusToWhatIsWrongAndFromThereToTheField() {
        Page page = visit(signedIn(), "/settings/password");
        page.locator("main input[name=current]").fill("not my password");
        page.locator("main input[name=password]").fill("short");
        page.locator("main button.main").click();

        assertThat(page).hasTitle(Pattern.compile("^Error: .*"));
        assertThat(page.locator(".refused")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#f-password, #f-current").and(page.locator(":focus"))).hasCount(1);
    }

    @Test
    void theSheetOpensAndClosesAndLettersInAFieldStayLetters() {
        Page page = visit(signedIn(), LIST + "/new");
        page.locator("textarea[name=body]").click();
        page.keyboard().type("jump? /go");
        assertThat(page.locator("textarea[name=body]")).hasValue(Pattern.compile(".*jump\\? /go"));
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys h1")).hasText("Keyboard");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog#keys")).isHidden();
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
    }

    @Test
    void everyLineOfTheSheetDoesWhatItSays() {
        Page page = visit(signedIn(), LIST);
        String answered =
                page.locator(".row")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("[4-9] replies")))
                        .locator("h3 a")
                        .first()
                        .getAttribute("href");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator(".row h3 a").first()).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/d/.*"));
        String discussion =
                server.address(answered).toString().replaceFirst("[?#].*", "") + "?at=1";
        page.navigate(discussion);
        page.keyboard().press("j");
        page.keyboard().press("j");
        Locator post = page.locator(".thread article.post").first();
        assertThat(post).isFocused();

        Locator helpful = post.locator("form.says [value=helpful]");
        String was = helpful.getAttribute("aria-pressed");
        page.keyboard().press("l");
        assertThat(helpful).hasAttribute("aria-pressed", was.equals("true") ? "false" : "true");
        assertThat(page.locator("#say"))
                .hasText(
                        Pattern.compile(
                                was.equals("true")
                                        ? "You no longer say .* so\\."
                                        : "You find this helpful\\. .* so\\."));
        page.navigate(discussion);
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("b");
        assertThat(page.locator(".notice")).containsText("Saved.");

        page.keyboard().press("Escape");
        page.locator(".thread article.post .prose p").first().click(clicks(3));
        page.keyboard().press("q");
        assertThat(page.locator("#reply textarea"))
                .hasValue(Pattern.compile("> .*", Pattern.DOTALL));
        page.locator("#reply textarea").fill("");
        page.keyboard().press("Escape");
        page.locator(".thread article.post").first().evaluate("post => post.focus()");
        page.evaluate("scrollTo(0, 0)");
        page.keyboard().press("j");
        page.keyboard().press("r");
        page.waitForURL(Pattern.compile(".*/reply\\?to=.*"));
        assertThat(page.locator("textarea[name=body]")).isFocused();

        for (String[] way :
                new String[][] {
                    {"h", "/"},
                    {"l", "/latest"},
                    {"u", "/unread"},
                    {"n", "/notifications"},
                    {"b", "/saved"},
                    {"d", "/drafts"},
                    {"p", "/notes"}
                }) {
            visit(page, LIST);
            page.keyboard().press("g");
            page.keyboard().press(way[0]);
            page.waitForURL(server.address(way[1]).toString());
        }
    }

    @Test
    void onARowAKeyActsOrSaysWhyNot() {
        Page page = visit(signedIn(), "/latest");
        page.keyboard().press("c");
        assertThat(page.locator(".quote-said"))
                .containsText("A discussion is started in a community");
        page.keyboard().press("j");
        assertThat(page.locator(".quote-said")).hasText("");
        for (String key : new String[] {"l", "q"}) {
            page.keyboard().press(key);
            assertThat(page.locator(".quote-said")).containsText("This key is for a post");
        }
        page.keyboard().press("b");
        assertThat(page.locator(".quote-said")).containsText("Saved.");
        page.keyboard().press("b");
        assertThat(page.locator(".quote-said")).containsText("Removed from what you saved.");
        page.keyboard().press("b");
        assertThat(page.locator(".quote-said")).containsText("Saved.");
        String row = page.locator(".row h3 a").first().innerText();
        page.keyboard().press("r");
        page.waitForURL(Pattern.compile(".*/d/\\w{13}/reply"));
        assertThat(page.locator(".notice")).hasCount(0);
        visit(page, "/saved");
        assertThat(page.locator("main")).containsText(row);
        visit(page, "/latest");
        page.keyboard().press("u");
        page.waitForURL(server.address("/").toString());
    }

    @Test
    void draftsAndWhatHelpedAreWalkedAndOpened() {
        Page page = visit(signedIn(), LIST + "/new");
        page.locator("textarea[name=body]").fill("To be gone on with by keys.");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        for (String key : new String[] {"o", "Enter"}) {
            visit(page, "/drafts");
            page.keyboard().press("j");
            assertThat(page.locator(".drafts h2 a").first()).isFocused();
            page.keyboard().press(key);
            page.waitForURL(Pattern.compile(".*draft=.*"));
        }
        visit(page, "/helped");
        page.keyboard().press("j");
        assertThat(page.locator(".helped h2 a").first()).isFocused();
        page.keyboard().press("o");
        page.waitForURL(Pattern.compile(".*/d/.*"));
    }

    @Test
    void fromWhoeverWasTickedEnterGoesOnToTheNote() {
        Page page = visit(signedIn(), "/notes/new");
        page.locator("#f-q").fill("ruth");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*q=ruth.*"));
        page.locator("input[name=to]").first().focus();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*write=1.*"));
        assertThat(page.locator("h1")).hasText("Note to Ruth Abara");
    }

    @Test
    void theSheetIsReadFromItsTopAndEnterSwitchesNothingOff() {
        Page page = visit(signedIn(), LIST);
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys h1")).isFocused();
        assertThat(page.locator("dialog#keys h1")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog#keys")).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(page.locator(".row h3 a").first()).isFocused();
    }

    private static Locator.ClickOptions clicks(int count) {
        return new Locator.ClickOptions().setClickCount(count);
    }

    @Test
    void switchedOffTheyDoNothing() {
        Page page = visit(signedIn(), "/about/keyboard");
        page.locator("main button[name=keys]").click();
        assertThat(page.locator("main [role=status]").last()).containsText("switched off");
        visit(page, LIST);
        page.keyboard().press("j");
        assertThat((Boolean) page.evaluate("document.activeElement === document.body")).isTrue();
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void switchedOffOnTheSheetTheFocusStaysWhereItIsAndNoKeyDoesAnything() {
        Page page = visit(signedIn(), LIST);
        page.keyboard().press("?");
        Locator turn = page.locator("dialog#keys button[name=keys]");
        turn.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog#keys [role=status]"))
                .hasText("Single keys are switched off for this device.");
        assertThat(turn).isFocused();
        assertThat(turn).hasText("Switch them on");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(page.locator(".row h3 a").first()).not().isFocused();

        visit(page, LIST);
        assertThat(page.locator(".notice")).hasCount(0);
        page.keyboard().press("j");
        page.keyboard().press("?");
        assertThat(page.locator(".row h3 a").first()).not().isFocused();
        assertThat(page.locator("dialog")).hasCount(0);

        visit(page, "/about/keyboard");
        page.locator("main button[name=keys]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("switched on");
        assertThat(page.locator("main button[name=keys]")).isFocused();
        visit(page, LIST);
        page.keyboard().press("j");
        assertThat(page.locator(".row h3 a").first()).isFocused();
    }

    @Test
    void whatToMergeIntoIsOfferedByItsTitleAndFilledInAsThat() {
        Page page = signedIn("amara.diallo");
        visit(page, LIST);
        String path = page.locator(".row h3 a").first().getAttribute("href");
        visit(page, path.substring(0, 16) + "/arrange");
        page.locator("#f-into").pressSequentially("fax");

        assertThat(page.locator("#f-into-offers option").first())
                .hasAttribute("value", Pattern.compile("[A-Z].* fax .*"));
    }

    private Page signedIn() {
        return signedIn("carla.mendes");
    }

    private Page signedIn(String handle) {
        Page page = browser.window(1280, 900).newPage();
        visit(page, "/sign-in");
        page.locator("input[name=login]").fill(handle);
        page.locator("input[name=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/$"));
        return page;
    }

    private Page visit(Page page, String path) {
        page.navigate(server.address(path).toString());
        return page;
    }
}
