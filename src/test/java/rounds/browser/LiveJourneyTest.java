package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;

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

/// Two people in one discussion at the same time.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveJourneyTest {
    /// What one posts the other sees within a second.
    private static final int SOON_MS = 1_000;

    private static final String HALF = "I was just about to say that the nurse";

    @TempDir static Path folder;

    private ChildServer server;
    private Browser browser;
    private Api author;

    @BeforeAll
    void start() {
        browser = Browser.start();
        server = ChildServer.start(folder.resolve("home"));
        author = new Api(server.address("").toString());
        author.signIn("carla.mendes@rounds.example", ChildServer.PASSWORD);
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
    void whatOneWritesTheOtherSeesWithoutLosingPlaceFocusOrWords() {
        var discussion = open("Quietly beside each other");
        for (int n = 0; n < 12; n++) {
            reply(discussion, "Line after line.\n\n".repeat(8) + n);
        }
        Page reader = read(discussion);
        Locator box = reader.locator("textarea[name=body]").last();
        box.fill(HALF);
        box.focus();
        // She reads the last words above it while she writes.
        reader.evaluate("scrollTo(0, scrollY - innerHeight / 3)");
        Object written = top(reader, "#reply textarea");
        reply(discussion, "Which nurse?");
        assertThat(reader.locator("#p14 .prose")).hasText("Which nurse?", soon());
        assertThat(top(reader, "#reply textarea")).isEqualTo(written);
        // Half written, she reads once more what it answers.
        reader.evaluate("document.querySelector('#p12').scrollIntoView()");
        Object scroll = top(reader, "#p12");

        reply(discussion, "The nurse has the list.");

        assertThat(reader.locator("#p15 .prose")).hasText("The nurse has the list.", soon());
        assertThat(box).hasValue(HALF);
        assertThat(box).isFocused();
        assertThat(top(reader, "#p12")).isEqualTo(scroll);
        box.pressSequentially(" has it");
        assertThat(box).hasValue(HALF + " has it");
    }

    private static Object top(Page page, String selector) {
        return page.evaluate(
                "selector => Math.round(document.querySelector(selector).getBoundingClientRect().top)",
                selector);
    }

    @Test
    void theFirstReplyTakesThePlaceOfTheEmptyListAndAnAnswerStandsBelowItsPost() {
        var discussion = open("Nobody has answered yet");
        Page reader = read(discussion);

        String first = reply(discussion, "First.");
        // The first one fetches the script that shows it, too.
        assertThat(reader.locator(".thread #p2 .prose")).hasText("First.");
        reply(discussion, "Second.");
        assertThat(reader.locator(".thread #p3 .prose")).hasText("Second.", soon());
        author.post(
                "/api/v1/discussions/" + discussion + "/posts",
                Map.of("body", "Under the first.", "parent", first),
                null);
        assertThat(reader.locator("#p2 + #p4 .prose")).hasText("Under the first.", soon());
    }

    @Test
    void theCountTheMapAndTheBoxSayWhatCame() {
        var discussion = open("Counting along");
        Page reader = read(discussion);
        assertThat(reader.locator("#h-replies")).hasText("No replies yet");

        reply(discussion, "One.");
        assertThat(reader.locator("#h-replies")).hasText("1 reply", soon());
        assertThat(reader.locator("#say")).hasText("New reply by Carla Mendes, post 2.");
        assertThat(reader.locator(".head .replies-said")).hasText("1 reply");
        assertThat(reader.locator("#reply .above a")).hasText("1 new reply above");
        for (int n = 2; n <= 5; n++) {
            reply(discussion, "Number " + n);
        }
        assertThat(reader.locator("#p6")).isVisible();
        assertThat(reader.locator("#reply .above a")).hasText("5 new replies above", soon());

        reader.locator("#reply textarea").fill("I have seen all of them.");
        reader.locator("#reply button.main").click();
        reader.waitForURL(Pattern.compile(".*#p7"));
        assertThat(reader.locator(".map li")).hasCount(7);

        reply(discussion, "One more for the map.");
        assertThat(reader.locator(".map li")).hasCount(8);
    }

    @Test
    void aKeyGoesToWhatCameAndSaysWhenThereIsNothing() {
        var discussion = open("Point by point");
        Page reader = read(discussion);
        reader.keyboard().press(".");
        assertThat(reader.locator("#say")).hasText("Nothing new here.");

        reply(discussion, "The first.");
        assertThat(reader.locator("#p2")).isVisible();
        reply(discussion, "The second.");
        assertThat(reader.locator("#p3")).isVisible();
        reader.keyboard().press(".");
        assertThat(reader.locator("#p2")).isFocused();
        reader.keyboard().press(".");
        assertThat(reader.locator("#p3")).isFocused();
    }

    @Test
    void anEditAndAClosureShow() {
        var discussion = open("Words that change");
        String post = reply(discussion, "Before.");
        Page reader = read(discussion);

        author.send("PATCH", "/api/v1/posts/" + post, "{\"body\": \"After.\"}");
        assertThat(reader.locator("#p2 .prose")).hasText("After.", soon());

        Page moderator = signIn("amara.diallo");
        moderator.navigate(server.address("/d/" + discussion).toString());
        moderator.getByText("Close to replies").click();
        moderator.locator("textarea[name=reason]").fill("The list is found.");
        moderator.locator("button[name=closed]").click();
        assertThat(reader.locator("#live"))
                .containsText(
                        "A moderator has closed this discussion",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MS * 2));
        Page later = read(discussion);
        moderator.getByText("Open again").click();
        for (Page open : new Page[] {reader, later}) {
            assertThat(open.locator("#live"))
                    .containsText(
                            "This discussion is open again",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MS * 2));
        }
    }

    @Test
    void thatADiscussionHasChangedIsSeenWhereOneReadsAndShownThere() {
        var discussion = open("A title that changes");
        for (int n = 0; n < 12; n++) {
            reply(discussion, "Line after line.\n\n".repeat(8) + n);
        }
        Page reader = read(discussion);
        reader.evaluate("document.querySelector('#p6').scrollIntoView()");
        Object place = top(reader, "#p6");

        author.send("PATCH", "/api/v1/discussions/" + discussion, "{\"title\": \"Another title\"}");

        assertThat(reader.locator("#live")).isVisible();
        assertThat(
                        reader.evaluate(
                                "document.querySelector('#live').getBoundingClientRect().bottom <= innerHeight"))
                .as("in sight, and not at the end of the thread")
                .isEqualTo(true);
        reader.keyboard().press(".");
        assertThat(reader.locator("h1")).hasText("Another title");
        reader.waitForFunction(
                "place => Math.abs(document.querySelector('#p6').getBoundingClientRect().top - place) < 80",
                place);
    }

    @Test
    void aPollThatEndsIsShownEndedAlsoToWhoHasBegunToChoose() {
        String discussion =
                author.post(
                                "/api/v1/communities/emr-valley/discussions",
                                Map.of(
                                        "kind",
                                        "question",
                                        "title",
                                        "Which day?",
                                        "body",
                                        "Vote.",
                                        "poll",
                                        Map.of(
                                                "question",
                                                "Which day?",
                                                "options",
                                                java.util.List.of("Monday", "Tuesday"),
                                                "kind",
                                                "single",
                                                "ballots",
                                                "closed",
                                                "results",
                                                "always")),
                                null)
                        .body()
                        .get("id")
                        .asText();
        Page reader = read(discussion);
        reader.locator("#p1 .pick input").first().check();
        Page writer = signIn("carla.mendes");
        writer.navigate(server.address("/d/" + discussion).toString());
        writer.getByText("End the poll now").click();
        writer.locator("button[name=end]").click();

        assertThat(reader.locator("#p1 .poll")).containsText("Ended");
        assertThat(reader.locator("#p1 .poll .error"))
                .hasText("This poll has ended meanwhile. What you had chosen was not sent.");
        assertThat(reader.locator("#p1 form.ballot")).hasCount(0);
        assertThat(reader.locator("#say")).containsText("This poll has ended");
    }

    private String open(String title) {
        return author.post(
                        "/api/v1/communities/emr-valley/discussions",
                        Map.of("kind", "question", "title", title, "body", "Who has the list?"),
                        null)
                .body()
                .get("id")
                .asText();
    }

    private String reply(String discussion, String body) {
        return author.post(
                        "/api/v1/discussions/" + discussion + "/posts", Map.of("body", body), null)
                .body()
                .get("id")
                .asText();
    }

    private Page read(String discussion) {
        Page page = signIn("noor.haddad");
        page.waitForResponse(
                Pattern.compile(".*/live\\?d=.*"),
                () -> page.navigate(server.address("/d/" + discussion).toString()));
        return page;
    }

    private Page signIn(String handle) {
        // Nothing moves by itself, so that a place once measured stays.
        Page page =
                browser.window(
                                new NewContextOptions()
                                        .setViewportSize(1280, 900)
                                        .setReducedMotion(ReducedMotion.REDUCE))
                        .newPage();
        page.navigate(server.address("/sign-in").toString());
        page.locator("input[name=login]").fill(handle);
        page.locator("input[name=password]").fill(ChildServer.PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/$"));
        return page;
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOON_MS);
    }
}
