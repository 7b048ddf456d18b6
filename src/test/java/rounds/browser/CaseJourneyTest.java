package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Browser;
import rounds.support.ChildServer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Case stories in a real Chromium: one is told on a phone, full of identifiers, and led to a clean
/// one; a second reader gives it back; a colleague tries the same; it is printed.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseJourneyTest {
    private static final String TOLD =
            "Mrs. Kowalski, 93, fell on 12 March 2024. Card 9698658215. We called Mrs. Kowalski.";

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
    void aStoryFullOfIdentifiersBecomesACleanOneThatOthersTry() throws IOException {
        Page chair = signIn(1280, ColorScheme.LIGHT, "amara.diallo");
        visit(chair, "/c/emr-valley/settings");
        chair.locator("[name=secondReader]").check();
        press(chair, "main form button.main");

        Page author = signIn(390, ColorScheme.DARK, "sunil.perera");
        visit(author, "/c/emr-valley/cases");
        press(author, "main form.tools button.main");
        author.locator("[name=story]").fill(TOLD);
        assertThat(author.locator("#a-story .say")).hasCount(4);
        assertThat(author.locator(".draft-state")).containsText("Draft saved");
        assertSound(author, "told");
        // Another day, on another device.
        Page again = signIn(1280, ColorScheme.LIGHT, "sunil.perera");
        again.navigate(author.url());
        assertThat(again.locator("[name=story]")).hasValue(TOLD);
        again.close();

        chip(author, "The patient").click();
        assertThat(author.locator("[name=story]"))
                .hasValue(Pattern.compile("The patient, 93, .* We called the patient\\."));
        chip(author, "90 or older").click();
        assertThat(author.locator("#a-story .say")).hasCount(2);
        author.locator("[name=came]").fill("No fall in ten weeks.");
        press(author, "main form button.main");
        author.locator("[name=title]").fill("When the tablets made the fall");
        author.locator("[name=outcome][value=mixed]").check();
        author.locator("[name=learning]").fill("Measure standing.");
        press(author, "main form button.main");
        author.locator("[name=ground][value=composite]").check();
        press(author, "main form button.main");
        assertThat(author.locator(".asked .row")).hasCount(2);
        assertSound(author, "look");
        press(author, ".asked .chips button >> nth=0");
        press(author, ".asked .chips button >> nth=0");
        assertThat(author.locator(".asked")).hasCount(0);
        press(author, "main form button.main");
        assertThat(author.locator("article.prose"))
                .containsText(
                        "The patient, 90 or older, fell in spring 2024. Card (health card number"
                                + " left out). We called the patient.");
        String story = author.url();

        chair.navigate(story);
        assertSound(chair, "second reader");
        chair.locator("textarea[name=comment]").fill("Leave out the season, too.");
        press(chair, "button[value=returned]");
        author.reload();
        assertThat(author.locator("main")).containsText("Leave out the season, too.");
        press(author, "main .tools a.main");
        author.locator("[name=story]").fill("The patient, 90 or older, fell.");
        press(author, "main form button.main");
        author.navigate(author.url().replaceFirst("step=.*", "step=look"));
        press(author, "main form button.main");
        chair.navigate(story);
        press(chair, "button[value=released]");

        Page colleague = signIn(390, ColorScheme.LIGHT, "carla.mendes");
        colleague.navigate(story);
        colleague.locator("details:has([name=result]) summary").click();
        colleague.locator("[name=result][value=partly]").check();
        colleague.locator("#f-setting").selectOption("long_term_care");
        colleague.locator("#f-note").fill("Change the trolley round first.");
        press(
                colleague,
                "form:has([name=result]) button.main, form:has([name=result]) .onward button");
        assertThat(colleague.locator(".evidence")).containsText("Long-term care");
        assertSound(colleague, "story");
        Browser.shoot(colleague, "case-story-390");
        assertThat(printed(colleague))
                .contains("When the tablets made the fall", "Measure standing")
                .doesNotContain("Say that I tried it");
        assertFrench(story);
    }

    @Test
    void aNameThatTheWordsBesideItMakeNeedlessIsLeftOut() {
        Page author = signIn(390, ColorScheme.LIGHT, "noor.haddad");
        visit(author, "/c/emr-valley/cases");
        press(author, "main form.tools button.main");
        author.locator("[name=story]").fill("We called her son Gurpreet Gill. He came.");

        assertThat(author.locator("#a-story .chips")).hasText("Leave it out");
        chip(author, "Leave it out").click();
        assertThat(author.locator("[name=story]")).hasValue("We called her son. He came.");
    }

    /// What was not sent comes along, from the story and from what its form was answered with.
    @Test
    void aNoteThatWasNotSentOutlivesASwitchOfLanguage() {
        Page colleague = signIn(390, ColorScheme.LIGHT, "carla.mendes");
        visit(colleague, "/c/emr-valley/cases");
        press(colleague, "main .rows h2 a, main .rows h3 a");
        String story = colleague.url();
        colleague.locator("details:has([name=result]) summary").click();
        colleague.locator("[name=result][value=partly]").check();
        colleague.locator("#f-note").fill("We told Mrs. Kowalski first.");

        press(colleague, "footer [name=lang][value=fr]");
        assertThat(colleague).hasURL(story);
        assertThat(colleague.locator("#f-note")).hasValue("We told Mrs. Kowalski first.");
        assertThat(colleague.locator("#f-note")).isVisible();
        assertThat(colleague.locator("[name=result][value=partly]")).isChecked();

        press(colleague, "form:has([name=result]) .onward button");
        press(colleague, "footer [name=lang][value=en]");
        assertThat(colleague).hasURL(story);
        assertThat(colleague.locator("#f-note")).hasValue("We told Mrs. Kowalski first.");
        assertThat(colleague.locator("[name=result][value=partly]")).isChecked();

        // By keys alone: the last passage is said more broadly, and the next key is the form's next
        // step.
        press(colleague, "form:has([name=result]) .onward button");
        colleague.locator("form:has([name=result]) .chips button").first().focus();
        colleague.waitForNavigation(() -> colleague.keyboard().press("Enter"));
        assertThat(colleague.locator("#f-note")).hasValue("We told the patient first.");
        assertThat(colleague.locator("#f-identified")).isFocused();
        colleague.keyboard().press("Tab");
        assertThat(colleague.locator("form:has([name=result]) .onward button")).isFocused();
    }

    /// Two seconds after the last key, whatever ends: the page, the browser, the server.
    @Test
    void nothingOlderThanTwoSecondsIsLost() {
        Page author = signIn(390, ColorScheme.LIGHT, "noor.haddad");
        visit(author, "/c/emr-valley/cases");
        press(author, "main form.tools button.main");
        String write = author.url().replaceFirst("step=.*", "step=");
        author.close();

        for (List<String> typed :
                List.of(
                        List.of("told", "story", "She fell."),
                        List.of("told", "departed", "We stopped the statin."),
                        List.of("known", "title", "A fall"),
                        List.of("known", "led", "the pharmacist"))) {
            Page device = signIn(390, ColorScheme.LIGHT, "noor.haddad");
            type(device, write + typed.getFirst(), typed.get(1), typed.getLast());
            device.context().close();
        }
        Page last = signIn(390, ColorScheme.LIGHT, "noor.haddad");
        last.navigate(write + "right");
        last.locator("[name=ground][value=ethics]").check();
        type(last, write + "right", "reference", "Board 7");
        server.kill();
        // What is typed while nobody answers waits on the device.
        last.locator("[name=reference]").fill("Board 8");
        assertThat(last.locator(".draft-state")).containsText("kept on this device");
        server.start();
        assertThat(last.locator(".draft-state"))
                .containsText(
                        "Draft saved",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));

        Page other = signIn(1280, ColorScheme.LIGHT, "noor.haddad");
        String moved = server.address(write.replaceFirst("https?://[^/]+", "")).toString();
        for (List<String> kept :
                List.of(
                        List.of("told", "story", "She fell."),
                        List.of("told", "departed", "We stopped the statin."),
                        List.of("known", "title", "A fall"),
                        List.of("known", "led", "the pharmacist"),
                        List.of("right", "reference", "Board 8"))) {
            other.navigate(moved + kept.getFirst());
            assertThat(other.locator("[name=" + kept.get(1) + "]")).hasValue(kept.getLast());
        }
    }

    @Test
    void anEditThatWasNotSavedIsThereWhenSheComesBack() {
        // Nobody else reads first: what is handed in is published at once.
        Page chair = signIn(1280, ColorScheme.LIGHT, "amara.diallo");
        visit(chair, "/c/emr-valley/settings");
        chair.locator("[name=secondReader]").uncheck();
        press(chair, "main form button.main");
        Page author = signIn(390, ColorScheme.LIGHT, "noor.haddad");
        visit(author, "/c/emr-valley/cases");
        press(author, "main form.tools button.main");
        String write = author.url().replaceFirst("[?]step=.*", "");
        author.locator("[name=story]").fill("She fell.");
        press(author, "main form button.main");
        author.locator("[name=title]").fill("A fall in spring");
        author.locator("[name=outcome][value=mixed]").check();
        author.locator("[name=learning]").fill("Measure standing.");
        press(author, "main form button.main");
        author.locator("[name=ground][value=composite]").check();
        press(author, "main form button.main");
        press(author, "main form button.main");
        String story = author.url();

        type(author, write, "story", "She fell on the ice.");
        assertThat(author.locator(".draft-state")).containsText("Kept for you");
        assertSound(author, "edit");
        author.context().close();
        Page back = signIn(1280, ColorScheme.DARK, "noor.haddad");
        back.navigate(story);
        assertThat(back.locator("article.prose")).not().containsText("on the ice");
        back.navigate(write);
        assertThat(back.locator("[name=story]")).hasValue("She fell on the ice.");
        assertSound(back, "edit that was begun");
        back.locator("[name=led]").evaluate("field => field.closest('details').open = true");
        back.locator("[name=led]").fill("the pharmacist");
        assertThat(back.locator(".draft-state")).containsText("Kept for you");
        press(back, "main form.tells button.main");
        assertThat(back.locator("article.prose")).containsText("on the ice");
        back.navigate(write);
        assertThat(back.locator("[name=led]")).hasValue("the pharmacist");
        assertThat(back.locator("main")).not().containsText("have not saved it");
    }

    private static void type(Page page, String address, String field, String words) {
        page.navigate(address);
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        page.locator("[name=" + field + "]").fill(words);
        page.waitForTimeout(2_000);
    }

    @Test
    void whyNothingIsSavedIsSaid() {
        Page author = signIn(390, ColorScheme.LIGHT, "noor.haddad");
        visit(author, "/c/emr-valley/cases");
        press(author, "main form.tools button.main");
        author.navigate(author.url().replaceFirst("step=.*", "step=right"));
        author.locator("[name=reference]").fill("Board 7");

        assertThat(author.locator(".draft-state"))
                .containsText("Not saved yet: Say by what right you tell this case.");
    }

    private void assertFrench(String story) {
        Page french = signIn(390, ColorScheme.LIGHT, "amara.diallo");
        visit(french, "/settings");
        french.locator("[name=language]").selectOption("fr");
        press(french, "main form button.main");
        french.navigate(story);
        assertThat(french.locator("html")).hasAttribute("lang", "fr");
        assertThat(french.locator("main")).containsText("Ce que nous avons appris");
        assertSound(french, "story in French");
    }

    private static Locator chip(Page page, String words) {
        return page.locator("#a-story .chips button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    /// Presses what leads to another page, and waits for it.
    private static void press(Page page, String what) {
        page.waitForNavigation(() -> page.locator(what).first().click());
    }

    private static String printed(Page page) throws IOException {
        try (var pdf = Loader.loadPDF(page.pdf())) {
            return new PDFTextStripper().getText(pdf);
        }
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
