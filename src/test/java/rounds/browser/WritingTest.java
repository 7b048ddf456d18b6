package rounds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Writing in a real Chromium, on the whole product: nothing typed is lost, whatever dies.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingTest {
    private static final String COMMUNITY = "/c/emr-valley";
    private static final String NEW = COMMUNITY + "/discussions/new";

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
    void nothingIsLostWhenTheServerIsKilledWhileSomebodyTypes() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "carla.mendes");
        visit(page, NEW);
        page.locator("input[name=title]").fill("Killed while typing");
        Locator body = page.locator("textarea[name=body]");
        body.pressSequentially(
                "Every word of this is typed while the server is about to die. ",
                new Locator.PressSequentiallyOptions().setDelay(50));

        server.kill();
        body.pressSequentially("And these come after it has died.");
        assertThat(page.locator(".draft-state"))
                .hasText(Pattern.compile("No connection: kept on this device"));
        String typed = body.inputValue();
        String address = page.url();
        page.close();
        server.start();

        assertThat(onServer("carla.mendes")).startsWith("Every word of this is typed while");
        Page again = window.newPage();
        again.navigate(address);
        assertThat(again.locator("textarea[name=body]")).hasValue(typed);
        assertThat(again.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        assertThat(onServer("carla.mendes")).isEqualTo(typed);
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondVersion() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "ruth.abara");
        var lost = new AtomicInteger();
        window.route(
                Pattern.compile(".*/drafts$"),
                route -> {
                    if (lost.getAndIncrement() == 0) {
                        route.fetch();
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        visit(page, NEW);
        Locator body = page.locator("textarea[name=body]");
        body.fill("It arrived.");
        assertThat(page.locator(".draft-state"))
                .hasText(Pattern.compile("No connection: kept on this device"));

        body.pressSequentially(" And this came after it.");

        assertThat(page.locator(".draft-state"))
                .hasText(
                        Pattern.compile("Draft saved .*"),
                        new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        assertThat(page.locator(".other-version")).isHidden();
        assertThat(lost.get() > 1).isTrue();
        assertThat(onServer("ruth.abara")).isEqualTo("It arrived. And this came after it.");
    }

    @Test
    void aReplyThatComesWhileOneWritesMakesNoOtherVersionOfTheDraft() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "noor.haddad");
        String address = open(page, "Answered while I write");
        box(page).fill("The first half");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        Page colleague = signIn(browser.window(1280, 900), "ruth.abara");
        visit(colleague, address);
        box(colleague).fill("Meanwhile, from me.");
        press(colleague, "Post reply");
        assertThat(page.locator("#p2")).isVisible();

        visit(page, address);
        box(page).pressSequentially("and the second. ");

        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        page.waitForTimeout(2_000);
        assertThat(page.locator(".other-version")).isHidden();
        assertThat(onServer("noor.haddad")).contains("The first half").contains("and the second.");
    }

    @Test
    void aPageThatWasMadeBeforeTheLastSaveTakesWhatThatSaved() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "sunil.perera");
        String address = open(page, "Asked for a moment too early");
        String reply = address.replaceFirst("(/d/\\w{13}).*", "$1/reply");
        visit(page, reply);
        box(page).fill("Saved");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        // What the server makes of the page before the words are saved comes after they are.
        window.route(
                Pattern.compile(".*/reply$"),
                route -> {
                    var early = route.fetch();
                    page.waitForCondition(
                            () -> onServer("sunil.perera").endsWith(" a moment later"));
                    page.waitForTimeout(300);
                    route.fulfill(
                            new com.microsoft.playwright.Route.FulfillOptions().setResponse(early));
                });

        box(page).fill("Saved a moment later");
        visit(page, reply);
        assertThat(box(page)).hasValue("Saved a moment later");
        box(page).press("Control+End");
        box(page).pressSequentially(", and more");

        page.waitForCondition(() -> onServer("sunil.perera").endsWith("later, and more"));
        assertThat(page.locator(".other-version")).isHidden();
    }

    @Test
    void goingBackShowsWhatWasWrittenElsewhereMeanwhile() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "carla.mendes");
        String address = open(page, "Written on two pages of it");
        String reply = address.replaceFirst("(/d/\\w{13}).*", "$1/reply");
        visit(page, reply);
        box(page).fill("From the page of its own");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        visit(page, address);
        box(page).fill("From the page of its own, and from below the thread");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        page.waitForCondition(() -> onServer("carla.mendes").endsWith("below the thread"));

        page.goBack();

        assertThat(box(page)).hasValue("From the page of its own, and from below the thread");
        page.waitForTimeout(2_000);
        assertThat(page.locator(".other-version")).isHidden();
        assertThat(onServer("carla.mendes")).endsWith("below the thread");
    }

    @Test
    void whatWasThrownAwayStaysAwayInEveryWindow() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "amara.diallo");
        String address = open(page, "Thrown away");
        Page other = window.newPage();
        visit(page, address);
        box(page).fill("Words to be thrown away");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        visit(other, address);
        assertThat(box(other)).hasValue("Words to be thrown away");
        box(other).focus();
        // As a crash leaves it: older words, that went on from what is thrown away.
        String key =
                (String)
                        page.evaluate(
                                "() => `rounds.draft.${document.body.dataset.me}.${document.querySelector('[name=draft-place]').value}`");

        // The button is there as soon as there is something to throw away.
        press(page, "Throw the draft away");
        page.evaluate(
                "key => localStorage.setItem(key, JSON.stringify({words: {body: 'Words to be thrown'}, revision: 1, sent: [], at: Date.now()}))",
                key);
        press(page, "Throw away");

        assertThat(page.locator(".notice")).containsText("The draft is gone");
        assertThat(box(other)).hasValue("");
        assertThat(other.locator(".draft-state")).containsText("thrown away or posted");
        assertThat(kept(page)).isEmpty();
        visit(page, address);
        box(page).focus();
        page.waitForTimeout(2_000);
        assertThat(box(page)).hasValue("");
        visit(page, "/drafts");
        assertThat(page.locator("main")).not().containsText("Thrown away");

        box(other).pressSequentially("Typed after that");
        assertThat(other.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        assertThat(onServer("amara.diallo")).isEqualTo("Typed after that");
    }

    @Test
    void wordsThatABrowserKeptOfADraftThatIsGoneAreOfferedAndDoNotComeBackByThemselves() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "ruth.abara");
        String address = open(page, "Thrown away at another desk");
        box(page).fill("Saved here");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        window.setOffline(true);
        box(page).pressSequentially("Never saved. ");
        assertThat(page.locator(".draft-state"))
                .hasText(Pattern.compile("No connection: kept on this device"));
        page.close();
        Api api = new Api(server.address("").toString());
        api.signIn("ruth.abara", ChildServer.PASSWORD);
        for (var draft : api.get("/api/v1/drafts").body().get("items")) {
            api.delete("/api/v1/drafts/" + draft.get("id").asText());
        }
        window.setOffline(false);

        Page again = window.newPage();
        visit(again, address);

        assertThat(again.locator(".other-version")).containsText("thrown away or posted since");
        assertThat(again.locator(".other-words")).containsText("Never saved.");
        assertThat(box(again)).hasValue("");
        press(again, "Take these instead");
        assertThat(box(again)).hasValue(Pattern.compile(".*Never saved\\. .*"));
        assertThat(again.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        assertThat(onServer("ruth.abara")).contains("Never saved.");
    }

    @Test
    void aBoxGoesAlongWhereItsDiscussionIsMergedAndKeepsItsWords() {
        for (boolean typing : new boolean[] {true, false}) {
            Page page = signIn(browser.window(1280, 900), "noor.haddad");
            String goal = open(page, "Where it goes " + typing);
            String address = open(page, "Merged while I write " + typing);
            box(page).fill("Begun before.");
            assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
            merge(address, goal);

            if (typing) {
                box(page).press("Control+End");
                box(page).pressSequentially(" And after.");
            } else {
                page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            }

            assertThat(page.locator(".led")).containsText("Your words are still in the box");
            assertThat(page.locator(".led a")).hasText("Where it goes " + typing);
            String words = typing ? "Begun before. And after." : "Begun before.";
            assertThat(box(page)).hasValue(words);
            assertThat(page.locator(".draft-state")).not().containsText("thrown away");
            box(page).press("Control+End");
            box(page).pressSequentially(" Still more.");
            page.waitForCondition(() -> onServer("noor.haddad").equals(words + " Still more."));
            assertThat(page.locator(".other-version")).isHidden();
            assertSound(page);
            press(page, "Post reply");
            assertThat(page.locator("#p3 .prose")).hasText(words + " Still more.");
            assertThat(page.locator("h1")).hasText("Where it goes " + typing);
            assertThat(kept(page)).isEmpty();
        }
    }

    @Test
    void anEditGoesOnWhereItsPostOpensADiscussionNow() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "amara.diallo");
        String address = open(page, "With an aside");
        Api api = new Api(server.address("").toString());
        api.signIn("amara.diallo", ChildServer.PASSWORD);
        String post =
                api.post(
                                "/api/v1/discussions/" + id(address) + "/posts",
                                Map.of("body", "By the way."),
                                null)
                        .body()
                        .get("id")
                        .asText();
        visit(page, "/p/" + post + "/edit");
        box(page).fill("By the way, at more length.");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        api.post(
                "/api/v1/discussions/" + id(address) + "/split",
                Map.of("posts", List.of(post), "kind", "question", "title", "The aside"),
                null);

        box(page).pressSequentially(" And more.");

        page.waitForURL(Pattern.compile(".*/d/\\w{13}/edit"));
        assertThat(page.locator("input[name=title]")).hasValue("The aside");
        assertThat(box(page)).hasValue("By the way, at more length. And more.");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        assertThat(page.locator(".other-version")).isHidden();
    }

    @Test
    void whatIsSentAfterAMergeIsShownWhereItGoesBeforeItIsPosted() {
        Page page = signIn(browser.window(390, 844), "noor.haddad");
        String goal = open(page, "Sent on");
        String address = open(page, "Sent after a merge");
        box(page).focus();
        merge(address, goal);
        box(page).fill("Typed and sent at once.");
        press(page, "Post reply");
        assertThat(page.locator(".led a")).hasText("Sent on");
        press(page, "Post reply");
        assertThat(page.locator("#p3 .prose")).hasText("Typed and sent at once.");
    }

    private void merge(String discussion, String into) {
        Api api = new Api(server.address("").toString());
        api.signIn("amara.diallo", ChildServer.PASSWORD);
        assertThat(
                        api.post(
                                        "/api/v1/discussions/" + id(discussion) + "/merge",
                                        java.util.Map.of("into", id(into)),
                                        null)
                                .status())
                .isLessThan(300);
    }

    private static String id(String address) {
        return address.replaceFirst("/d/(\\w{13}).*", "$1");
    }

    @Test
    void whatWasSentWhileItsPageWasLeftAndThrownAwayElsewhereDoesNotComeBack() {
        Page page = signIn(browser.window(390, 844), "ruth.abara");
        String address = open(page, "Left at once");
        box(page).focus();
        page.waitForTimeout(500);
        box(page).fill("Typed and left");
        visit(page, "/");
        page.waitForCondition(() -> onServer("ruth.abara").equals("Typed and left"));
        page.waitForCondition(() -> kept(page).isEmpty());
        throwAway("ruth.abara");

        visit(page, address);
        box(page).focus();
        page.waitForTimeout(2_000);
        assertThat(box(page)).hasValue("");
        assertThat(page.locator(".other-version")).isHidden();

        // Where no page of this site came after it, nobody can tell: she is asked.
        box(page).fill("Typed and closed");
        visit(page, "/health");
        page.waitForCondition(() -> onServer("ruth.abara").equals("Typed and closed"));
        throwAway("ruth.abara");

        visit(page, address);
        assertThat(page.locator(".other-words")).hasText("Typed and closed");
        assertThat(page.locator(".other-version")).containsText("may have been thrown away");
        assertThat(page.locator(".other-version")).not().containsText("never saved");
        assertThat(box(page)).hasValue("");
    }

    private void throwAway(String handle) {
        Api api = new Api(server.address("").toString());
        api.signIn(handle, ChildServer.PASSWORD);
        for (var draft : api.get("/api/v1/drafts").body().get("items")) {
            api.delete("/api/v1/drafts/" + draft.get("id").asText());
        }
    }

    @Test
    void whoGoesOnWritingSeesAtOnceWhatItLooksLike() {
        Page page = signIn(browser.window(1280, 900), "sunil.perera");
        String reply = "/d/" + id(open(page, "Gone on with")) + "/reply";
        visit(page, reply);
        box(page).fill("With **weight**");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        visit(page, "/drafts");
        visit(page, reply);
        assertThat(page.locator(".seen-as strong")).hasText("weight");
    }

    @Test
    void controlAndEnterSendFromEveryBoxForWriting() {
        Page page = signIn(browser.window(1280, 900), "noor.haddad");
        visit(page, "/notes/new?to=ruth.abara&write=1");
        box(page, "body").fill("Sent with two keys.");
        box(page, "body").press("Control+Enter");
        page.waitForURL(Pattern.compile(".*/d/.*"));
        assertThat(page.locator(".op .prose")).hasText("Sent with two keys.");
        visit(page, COMMUNITY + "/library/new?form=text");
        page.evaluate(
                "() => { const form = document.querySelector('form.form'); form.noValidate = true;"
                        + " form.addEventListener('submit', event => { event.preventDefault(); document.title = 'sent'; }); }");
        box(page, "body").fill("A text.");
        box(page, "body").press("Control+Enter");
        assertThat(page).hasTitle("sent");
    }

    @Test
    void aPrivateNoteIsKeptWhileItIsWrittenForThoseItIsWrittenTo() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "sunil.perera");
        visit(page, "/notes/new?to=ruth.abara&write=1");
        box(page).fill("Between the two of us");
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        page.reload();
        assertThat(box(page)).hasValue("Between the two of us");
        visit(page, "/drafts");
        page.locator(".drafts h2 a").first().click();
        assertThat(page.locator("h1")).hasText("Note to Ruth Abara");
        assertThat(box(page)).hasValue("Between the two of us");
        window.setOffline(true);
        box(page).fill("Between the two of us, and in the lift");
        assertThat(page.locator(".draft-state"))
                .hasText(Pattern.compile("No connection: kept on this device"));
        page.close();
        window.setOffline(false);

        Page other = window.newPage();
        visit(other, "/notes/new?to=noor.haddad&write=1");
        other.waitForTimeout(1_000);
        assertThat(box(other)).hasValue("");
        Page again = window.newPage();
        visit(again, "/notes/new?to=ruth.abara&write=1");
        assertThat(box(again)).hasValue("Between the two of us, and in the lift");
        press(again, "Send the note");
        again.waitForURL(Pattern.compile(".*/d/.*"));

        Api api = new Api(server.address("").toString());
        api.signIn("sunil.perera", ChildServer.PASSWORD);
        assertThat(api.get("/api/v1/drafts").body().toString()).doesNotContain("\"note.");
    }

    @Test
    void anAnswerToWhatWasClosedMeanwhileIsToldSoOnce() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "carla.mendes");
        String address = open(page, "Closed while I write");
        box(page).fill("A moment too late");
        Page other = window.newPage();
        visit(other, "/d/" + id(address) + "/closure");
        other.locator("button[name=closed]").click();
        assertThat(other.locator(".notice")).isVisible();

        press(page, "Post reply");

        assertThat(page.locator(".refused")).isFocused();
        assertThat(page.locator("main [role=alert]:not([hidden]), main .error")).hasCount(1);
        assertThat(box(page)).hasValue("A moment too late");
        assertThat(page.locator("form.writing button.main")).hasCount(0);
    }

    @Test
    void theBoxBelowADiscussionShowsBesideItWhatItWillLookLike() {
        Page page = signIn(browser.window(1280, 900), "carla.mendes");
        String address = open(page, "Long enough for a box beside nothing");
        Api api = new Api(server.address("").toString());
        api.signIn("carla.mendes", ChildServer.PASSWORD);
        api.post(
                "/api/v1/discussions/" + id(address) + "/posts",
                Map.of("body", "Line after line.\n\n".repeat(30)),
                null);
        visit(page, address);

        box(page).click();
        box(page).pressSequentially("With **weight**");

        assertThat(page.locator(".seen-as strong")).hasText("weight");
        assertThat(page.locator(".seen-as")).isVisible();
        assertThat(box(page)).isVisible();
    }

    private static Locator box(Page page, String name) {
        return page.locator("textarea[name=" + name + "]");
    }

    @Test
    void whatWasNeverSavedIsGivenBackByTheBrowser() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "ruth.abara");
        visit(page, NEW);
        assertThat(page.locator("button.keep")).isHidden();
        window.setOffline(true);
        page.locator("textarea[name=body]").fill("Written in the lift");
        assertThat(page.locator(".draft-state"))
                .hasText(Pattern.compile("No connection: kept on this device"));
        page.close();
        window.setOffline(false);

        Page again = window.newPage();
        visit(again, NEW);

        assertThat(again.locator("textarea[name=body]")).hasValue("Written in the lift");
        assertThat(again.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
    }

    @Test
    void whoSignsOutLeavesNoWordsInTheBrowserAndFindsThemAgain() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "noor.haddad");
        visit(page, NEW);
        page.locator("textarea[name=body]").fill("Unsent, of Noor only");
        Page old = window.newPage();
        visit(old, NEW);

        signOut(page);

        assertThat(page.locator(".notice")).containsText("signed out");
        assertThat(kept(page)).isEmpty();
        assertThat(onServer("noor.haddad")).isEqualTo("Unsent, of Noor only");

        // Another person at the same browser, while a page of the first is still open.
        Page next = signIn(window, "ruth.abara");
        old.locator("textarea[name=body]").fill("Typed too late, on a page of Noor");
        assertThat(old.locator(".draft-state")).hasText(Pattern.compile(".*signed out.*"));
        visit(next, NEW);
        assertThat(kept(next)).isEmpty();
        assertThat(next.locator("textarea[name=body]")).hasValue("");
        visit(next, "/drafts");
        assertThat(next.locator("main")).not().containsText("Noor");
    }

    @Test
    void whoSignsOutWithWordsThatCannotBeSavedIsToldBefore() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "sunil.perera");
        window.route(
                Pattern.compile(".*/drafts$"),
                route ->
                        route.fulfill(
                                new com.microsoft.playwright.Route.FulfillOptions()
                                        .setStatus(503)));
        visit(page, NEW);
        page.locator("textarea[name=body]").fill("Only here");
        assertThat(page.locator(".draft-state"))
                .hasText(Pattern.compile("No connection: kept on this device"));
        var told = new java.util.ArrayList<String>();
        page.onceDialog(dialog -> {
            told.add(dialog.message());
            dialog.dismiss();
        });

        signOut(page);

        page.waitForCondition(() -> !told.isEmpty());
        assertThat(told.getFirst()).contains("only in this browser");
        assertThat(kept(page)).hasSize(1);
        page.onceDialog(com.microsoft.playwright.Dialog::accept);
        signOut(page);
        assertThat(page.locator(".notice")).containsText("signed out");
        assertThat(kept(page)).isEmpty();
    }

    private static void signOut(Page page) {
        Locator button = page.locator("form[action='/sign-out'] button");
        if (!button.isVisible()) {
            page.locator("header details.menu:has(form[action='/sign-out']) summary").click();
        }
        button.click();
    }

    /// What lies in the browser's own storage.
    private static List<?> kept(Page page) {
        return (List<?>)
                page.evaluate(
                        "() => Object.keys(localStorage).filter(key => key.startsWith('rounds.draft.'))");
    }

    @Test
    void theButtonSaysForWhenItPlans() {
        BrowserContext window = browser.window(1280, 900);
        Page page = signIn(window, "amara.diallo");
        visit(page, COMMUNITY + "/moderation");
        page.locator("a[href*='plan=']").click();
        Locator time = page.locator("input[name=publish-at]");
        assertThat(time).isVisible();
        assertThat(page.locator("form.writing button.main")).hasText("Post it");
        time.fill("2027-03-01T08:30");
        assertThat(page.locator("form.writing button.main"))
                .hasText(Pattern.compile("Plan it for .*2027.*8:30.*"));
        time.fill("");
        assertThat(page.locator("form.writing button.main")).hasText("Post it");
    }

    @Test
    void twoDevicesThatWriteTheSameReplyAreShownBothVersions() {
        Page ward = signIn(browser.window(1280, 900), "noor.haddad");
        String reply = open(ward, "Two devices, one reply") + "#reply";
        Page office = signIn(browser.window(390, 844), "noor.haddad");
        visit(ward, reply);
        visit(office, reply);
        box(ward).fill("From the ward");
        assertThat(ward.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));

        box(office).fill("From the office");

        assertThat(office.locator(".other-words")).hasText("From the ward");
        assertThat(office.locator(".draft-state")).containsText("Not saved yet");
        for (int i = 0; i < 2; i++) {
            office.reload();
            assertThat(office.locator(".other-words")).hasText("From the ward");
            assertThat(office.locator("#f-body")).hasValue("From the office");
        }
        assertThat(box(office)).hasValue("From the office");
        visit(ward, reply);
        assertThat(box(ward)).hasValue("From the ward");
        press(office, "Put both into the box");
        assertThat(box(office)).hasValue("From the office\n\n---\n\nFrom the ward");
        assertThat(office.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        press(office, "Post reply");
        assertThat(office.locator(".thread .post")).containsText("From the office");
        visit(office, "/drafts");
        assertThat(office.locator("main")).not().containsText("Two devices");
    }

    @Test
    void aDiscussionIsWrittenShownAndSentWithTheKeyboardAlone() {
        Page page = signIn(browser.window(1280, 900), "noor.haddad");
        visit(page, NEW);
        tabTo(page, "input[name=kind]");
        page.keyboard().press("ArrowDown");
        tabTo(page, "input[name=title]");
        page.keyboard().type("Inbox results, by keyboard");
        assertThat(page.locator(".similar a").first()).hasAttribute("target", "_blank");
        tabTo(page, ".of-success button");
        page.keyboard().press("Enter");
        Locator body = page.locator("textarea[name=body]");
        assertThat(body).hasValue(Pattern.compile("\\*\\*What changed\\*\\*[\\s\\S]*"));
        assertThat(body).isFocused();
        page.keyboard().type("We gave the letters a folder, ");
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(body).isFocused();
        page.keyboard().type("slowly");
        assertThat(page.locator(".seen-as strong").nth(1)).hasText("slowly");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("h1")).hasText("Inbox results, by keyboard");
        assertThat(page.locator(".op .prose")).containsText("We gave the letters a folder, slowly");
    }

    @Test
    void quotesFromSeveralPostsGoIntoOneReply() {
        Page page = signIn(browser.window(1280, 900), "noor.haddad");
        String address = open(page, "Words worth quoting");
        Page colleague = signIn(browser.window(1280, 900), "ruth.abara");
        visit(colleague, address);
        box(colleague).fill("A reply with **weight**.");
        press(colleague, "Post reply");
        assertThat(colleague.locator("#p2")).isVisible();
        visit(page, address);

        select(page, ".op .prose p");
        page.keyboard().press("q");
        assertThat(page.locator(".quote-said")).containsText("Quoted into your reply");
        page.locator("#p2 .prose p").click(new Locator.ClickOptions().setClickCount(3));
        page.locator(".quote-this").click();

        assertThat(box(page))
                .hasValue(
                        Pattern.compile(
                                "> Three hundred results by nine\\.\n>\n> — \\[Noor Haddad, 1]\\(/p/\\w{13}\\?revision=1\\)\n\n"
                                        + "> A reply with \\*\\*weight\\*\\*\\.\n>\n> — \\[Ruth Abara, 2]\\(/p/\\w{13}\\?revision=1\\)\n\n"));
        page.locator(".quote-said a").click();
        assertThat(box(page)).isFocused();
        page.keyboard().type("Both of you are right.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#p3 blockquote")).hasCount(2);
        page.locator("#p3 blockquote a").last().click();
        assertThat(page).hasURL(Pattern.compile(".*#p2$"));
    }

    @Test
    void whatWasQuotedGoesAlongToTheAnswerOfOnePost() {
        Page page = signIn(browser.window(1280, 900), "noor.haddad");
        String address = open(page, "Quoted and then answered");
        Page colleague = signIn(browser.window(1280, 900), "ruth.abara");
        visit(colleague, address);
        box(colleague).fill("A reply with weight.");
        press(colleague, "Post reply");
        assertThat(colleague.locator("#p2")).isVisible();
        visit(page, address);

        select(page, "#p2 .prose p");
        page.keyboard().press("q");
        assertThat(box(page)).hasValue(Pattern.compile("> A reply with weight\\.\n[^~]*"));
        page.locator("#p2").evaluate("post => { post.tabIndex = -1; post.focus(); }");
        page.keyboard().press("r");
        page.waitForURL(Pattern.compile(".*/reply\\?to=.*"));

        assertThat(box(page)).hasValue(Pattern.compile("> A reply with weight\\.\n[^~]*"));
        assertThat(page.locator(".draft-state")).hasText(Pattern.compile("Draft saved .*"));
        visit(page, address);
        assertThat(box(page)).hasValue("");
        visit(page, "/drafts");
        assertThat(
                        page.locator(".drafts .row")
                                .filter(new Locator.FilterOptions().setHasText("Quoted and then")))
                .hasCount(1);
    }

    @Test
    void aLinkInTheBoxIsNamedBelowIt() {
        Page page = signIn(browser.window(390, 844), "noor.haddad");
        String address = open(page, "Something to link to");
        String id = address.replaceFirst("/d/(\\w{13}).*", "$1");
        box(page).fill("As in [[d:" + id + "]].");
        assertThat(page.locator(".leads")).hasText("The links in it lead to: Something to link to");
        box(page).fill("As nowhere.");
        assertThat(page.locator(".leads")).isHidden();
    }

    @Test
    void theWritingPagesBreakNoRuleOfAccessibilityAndNeverScrollSideways() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 360}) {
                BrowserContext window =
                        browser.window(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setColorScheme(scheme)
                                        .setViewportSize(width, 900));
                Page page = signIn(window, "amara.diallo");
                String discussion = open(page, "Accessible " + scheme + width);
                for (String path : List.of(NEW, discussion + "/reply", discussion)) {
                    visit(page, path.replaceFirst("-[^/]*/reply", "/reply"));
                    box(page).fill("Words with a [link](https://example.org) and\n\n- [ ] a task");
                    assertThat(page.locator(".draft-state"))
                            .hasText(Pattern.compile("Draft saved .*"));
                    assertSound(page);
                }
                visit(page, "/drafts");
                assertSound(page);
            }
        }
    }

    private static void assertSound(Page page) {
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
                                        .getViolations()
                                        .stream()
                                        .map(v ->
                                                v.getId()
                                                        + ": "
                                                        + v.getNodes().getFirst().getHtml())
                                        .toList())
                .as("axe on " + page.url())
                .isEmpty();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scroll on " + page.url())
                .isTrue();
    }

    /// The words of the draft she saved last.
    private String onServer(String handle) {
        Api api = new Api(server.address("").toString()).signIn(handle, ChildServer.PASSWORD);
        String id = api.get("/api/v1/drafts").body().get("items").get(0).get("id").asText();
        return api.get("/api/v1/drafts/" + id).body().get("body").asText();
    }

    private String open(Page page, String title) {
        visit(page, NEW);
        page.locator("input[name=title]").fill(title);
        box(page).fill("Three hundred results by nine.");
        press(page, "Post it");
        assertThat(page.locator("h1")).hasText(title);
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private static Locator box(Page page) {
        return page.locator("form.writing textarea[name=body]");
    }

    private static void select(Page page, String selector) {
        page.evaluate("s => getSelection().selectAllChildren(document.querySelector(s))", selector);
        assertThat(page.locator(".quote-this")).isVisible();
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

    private void visit(Page page, String path) {
        page.navigate(server.address(path).toString());
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

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
}
