package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
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
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/// A focus topic in a real Chromium, from a proposal on a phone to a summary that is reviewed:
/// wanted, opened, gathered from three places, written with citations, worded better by a member,
/// agreed on, published and confirmed.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicJourneyTest {
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
    void aTopicIsProposedGatheredWrittenAgreedPublishedAndReviewed() {
        Page member = signIn(390, ColorScheme.DARK, "carla.mendes");
        visit(member, "/c/emr-valley/focus/new");
        assertSound(member, "propose");
        member.locator("[name=title]").fill("Inbox in an hour");
        member.locator("[name=question]").fill("What makes the inbox an hour a day?");
        enter(member, "main form.form button.main");
        assertThat(member.locator("h1")).hasText("Inbox in an hour");
        assertSound(member, "proposal");
        String topic = member.url().replaceFirst("[?#].*", "");
        String id = topic.replaceFirst(".*/focus/", "").substring(0, 13);

        Page other = signIn(390, ColorScheme.LIGHT, "sunil.perera");
        other.navigate(topic);
        enter(other, "#vote button.main");
        assertThat(other.locator("#vote strong")).containsText("2");

        Page chair = signIn(1280, ColorScheme.LIGHT, "amara.diallo");
        chair.navigate(topic);
        step(chair, "open");

        String discussion = first(member, "/c/emr-valley/discussions", "d");
        String resource = first(member, "/c/emr-valley/library", "r");
        String story = first(member, "/c/emr-valley/cases", "cases");
        gather(member, "d:" + discussion, id, "Read this first");
        gather(member, "r:" + resource, id, "");
        gather(chair, "c:" + story, id, "What became of it");
        visit(chair, "/focus/" + id + "/shelf");
        assertSound(chair, "shelf");
        enter(chair, "#suggested button.main");
        enter(chair, "#suggested button.main");
        chair.navigate(topic);
        assertThat(chair.locator("#shelf .shelf > li")).hasCount(3);

        visit(chair, "/focus/" + id + "/write");
        chair.locator("textarea[name=body]")
                .fill(
                        "Twice a day is enough. [[d:"
                                + discussion
                                + "]]\n\nA list helps. [[r:"
                                + resource
                                + "]] [[c:"
                                + story
                                + "]]");
        assertSound(chair, "write");
        enter(chair, "form.writing button.main");
        assertThat(chair.locator("#summary a.cite")).hasCount(3);
        assertThat(chair.locator(".sources > li")).hasCount(3);

        member.navigate(topic);
        enter(member, "#summary a.button[href$='/suggest']");
        Locator words = member.locator("textarea[name=body]");
        words.fill(words.inputValue().replace("Twice", "Three times"));
        member.locator("[name=why]").fill("We tried");
        assertSound(member, "suggest");
        enter(member, "form.writing button.main");
        chair.navigate(topic);
        enter(chair, "#summary a.button[href$='/suggestions']");
        enter(chair, "main .row a");
        assertSound(chair, "suggestion");
        enter(chair, "form[action$='/acceptance'] button.main");
        chair.navigate(topic);
        assertThat(chair.locator("#summary .prose")).containsText("Three times a day");

        visit(chair, "/focus/" + id + "/agreement/new");
        chair.locator("[name=statement]").fill("We look *three times* a day.");
        chair.locator("[name=closes]").fill(LocalDate.now().plusDays(9).toString());
        assertSound(chair, "put");
        enter(chair, "main form.form button.main");
        other.navigate(topic);
        other.locator("#agreement [name=stance][value=agree]").focus();
        other.keyboard().press("Space");
        enter(other, "#agreement form.form button.main");
        assertThat(other.locator("#agreement .say.good")).isVisible();
        visit(other, "/focus/" + id + "/agreement");
        assertSound(other, "agreement");
        chair.navigate(topic);
        enter(chair, "#agreement a[href$='/result']");
        chair.locator("[name=result][value=agreed]").check();
        enter(chair, "main form.form button.main");

        chair.navigate(topic);
        step(chair, "published");
        chair.locator("#f-owner").fill("@amara.diallo");
        chair.locator("#f-review").fill(LocalDate.now().minusDays(1).toString());
        enter(chair, "form[action$='/review'] button");
        other.navigate(topic);
        assertThat(other.locator("#summary .say.warn")).containsText("Due for review");
        assertSound(other, "topic that is due");
        Browser.shoot(other, "topic-390");
        visit(chair, "/c/emr-valley/due");
        assertThat(chair.locator(".row h3")).containsText(new String[] {"Inbox in an hour"});
        chair.navigate(topic);
        step(chair, "review");
        step(chair, "published");
        chair.locator("#f-review").fill(LocalDate.now().plusYears(1).toString());
        enter(chair, "form[action$='/review'] button");
        assertThat(chair.locator("#summary .say.warn")).hasCount(0);
        Browser.shoot(chair, "topic-1280");
        visit(other, "/c/emr-valley/focus");
        assertSound(other, "list");
        assertFrench(topic);
    }

    private void assertFrench(String topic) {
        Page french = signIn(390, ColorScheme.LIGHT, "amara.diallo");
        visit(french, "/settings");
        french.locator("[name=language]").selectOption("fr");
        enter(french, "main form button.main");
        french.navigate(topic);
        assertThat(french.locator("html")).hasAttribute("lang", "fr");
        assertThat(french.locator("main")).containsText("Thème de travail");
        assertSound(french, "topic in French");
    }

    /// Adds something by the form to which its menu leads.
    private void gather(Page page, String content, String topic, String why) {
        visit(page, "/focus/add?content=" + content);
        page.locator("[name=topic][value='" + topic + "']").focus();
        page.keyboard().press("Space");
        page.locator("[name=why]").fill(why);
        assertSound(page, "add");
        enter(page, "main form.form button.main");
    }

    private static void step(Page page, String becomes) {
        page.locator("#steps details:has([value=" + becomes + "]) summary").focus();
        page.keyboard().press("Enter");
        enter(page, "#steps button[value=" + becomes + "]");
    }

    /// The id of the first content of that kind in a list.
    private String first(Page page, String list, String kind) {
        visit(page, list);
        String path = page.locator("main a[href^='/" + kind + "/']").first().getAttribute("href");
        return path.replaceFirst("^/" + kind + "/", "").substring(0, 13);
    }

    /// Presses, by the keyboard, what leads to another page, and waits for it.
    private static void enter(Page page, String what) {
        Locator pressed = page.locator(what).first();
        pressed.focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private Page signIn(int width, ColorScheme scheme, String handle) {
        BrowserContext window =
                browser.window(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(width, 844)
                                .setColorScheme(scheme));
        Page page = window.newPage();
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

    /// No sideways scroll, and nothing that axe finds.
    private static void assertSound(Page page, String what) {
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scroll: " + what)
                .isTrue();
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
