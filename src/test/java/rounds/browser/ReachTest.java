package rounds.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Every main page within everybody's reach: at 400 % zoom, by keyboard with the focus in sight,
/// and without motion for those who ask for none.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachTest {
    private static final String COMMUNITY = "/c/emr-valley";

    /// 1280 px at 400 %.
    private static final int NARROW = 320;

    @TempDir static Path folder;

    private ChildServer server;
    private Browser browser;
    private String note = "";
    private String discussion = "";

    @BeforeAll
    void start() {
        browser = Browser.start();
        server = ChildServer.start(folder.resolve("home"));
        Page page = signIn(window(1280), "amara.diallo");
        visit(page, "/notes/new?to=noor.haddad");
        page.locator("textarea[name=body]")
                .fill("Averyveryverylongwordthatnobodywouldeverwritebutsomebodydoes and **more**.");
        page.locator(".send button.main").click();
        page.waitForURL(Pattern.compile(".*/d/.*"));
        note = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        visit(page, COMMUNITY + "/discussions");
        discussion = page.locator(".row h3 a").first().getAttribute("href");
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
    void noPageScrollsSidewaysAtFourHundredPercent() {
        Page visitor = window(NARROW).newPage();
        Page member = signIn(window(NARROW), "amara.diallo");
        var wide = new ArrayList<String>();
        for (String path : ofVisitors()) {
            visit(visitor, path);
            wide.addAll(widths(visitor, path));
        }
        for (String path : ofMembers()) {
            visit(member, path);
            wide.addAll(widths(member, path));
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void theNewPagesBreakNoRuleOfAccessibility() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page member =
                    signIn(
                            browser.window(
                                    new com.microsoft.playwright.Browser.NewContextOptions()
                                            .setColorScheme(scheme)
                                            .setViewportSize(1280, 900)),
                            "amara.diallo");
            for (String path : ofPeople()) {
                visit(member, path);
                assertThat(
                                new AxeBuilder(member)
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
                        .as("axe on " + path)
                        .isEmpty();
            }
        }
    }

    @Test
    void theFocusIsInSightWhereverTabLeads() {
        // Without motion: where the page still glides, the focus is on its way.
        Page member = signIn(still(), "amara.diallo");
        for (String path :
                List.of("/", COMMUNITY, COMMUNITY + "/members", discussion, note, "/notes/new")) {
            visit(member, path);
            for (int i = 0; i < 40; i++) {
                member.keyboard().press("Tab");
                assertThat((String) member.evaluate(UNSEEN)).as("focus on " + path).isEmpty();
            }
        }
    }

    @Test
    void nothingMovesForThoseWhoAskForNoMotion() {
        Page member = signIn(still(), "amara.diallo");
        for (String path : ofMembers()) {
            visit(member, path);
            assertThat((String) member.evaluate(MOVING)).as("motion on " + path).isEmpty();
        }
    }

    @Test
    void thereIsAPoliteRegionOnEveryPage() {
        Page visitor = window(1280).newPage();
        for (String path : ofVisitors()) {
            visit(visitor, path);
            assertThat(visitor.locator("#say[aria-live=polite]").count()).as(path).isEqualTo(1);
        }
    }

    /// The element with the focus when it shows no outline or shadow, or lies outside the window.
    private static final String UNSEEN =
            """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return "";
              const shown = [at, at.closest("label, .editor, .find")].filter(Boolean).some((one) => {
                const style = getComputedStyle(one);
                return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
              });
              const box = at.getBoundingClientRect();
              const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              return shown && inside ? "" : at.outerHTML.slice(0, 200);
            }
            """;

    private static final String MOVING =
            """
            () => [...document.querySelectorAll("*")]
              .filter((one) => {
                const style = getComputedStyle(one);
                return style.transitionDuration.split(",").some((time) => parseFloat(time) > 0) || style.animationName !== "none";
              })
              .map((one) => one.outerHTML.slice(0, 100)).slice(0, 3).join("\\n")
            """;

    private static List<String> widths(Page page, String path) {
        Object width = page.evaluate("document.documentElement.scrollWidth");
        return ((Number) width).intValue() <= NARROW
                ? List.of()
                : List.of(path + " is " + width + " px wide");
    }

    private static List<String> ofVisitors() {
        return List.of(
                "/",
                "/sign-in",
                "/sign-up",
                "/reset",
                "/communities",
                "/latest",
                "/search?q=inbox",
                "/about/help",
                "/about/privacy",
                "/about/accessibility",
                "/about/keyboard",
                "/nowhere");
    }

    private List<String> ofMembers() {
        var paths =
                new ArrayList<String>(
                        List.of(
                                "/",
                                "/communities/new",
                                COMMUNITY,
                                COMMUNITY + "/discussions",
                                COMMUNITY + "/discussions/new",
                                COMMUNITY + "/charter",
                                COMMUNITY + "/invitations",
                                COMMUNITY + "/requests",
                                COMMUNITY + "/settings",
                                COMMUNITY + "/log",
                                COMMUNITY + "/moderation",
                                COMMUNITY + "/leave",
                                discussion,
                                discussion.replaceFirst("-.*", "") + "/reply",
                                "/search?q=inbox",
                                "/settings",
                                "/settings/password",
                                "/settings/address",
                                "/settings/sessions",
                                "/unread",
                                "/saved",
                                "/followed",
                                "/unanswered",
                                "/drafts",
                                "/notifications",
                                COMMUNITY + "/tags",
                                COMMUNITY + "/catch-up",
                                COMMUNITY + "/discussions/archive"));
        paths.addAll(ofPeople());
        return paths;
    }

    private List<String> ofPeople() {
        String id = note.replaceFirst("^/d/", "").replaceFirst("-.*", "");
        return List.of(
                COMMUNITY + "/members",
                COMMUNITY + "/members/amara.diallo",
                COMMUNITY + "/members/noor.haddad",
                COMMUNITY + "/introduction",
                "/u/noor.haddad",
                "/u/amara.diallo",
                "/notes",
                "/notes/new",
                "/notes/new?to=noor.haddad",
                "/notes/" + id + "/people",
                "/notes/" + id + "/leave",
                "/settings/notes",
                note);
    }

    private BrowserContext still() {
        return browser.window(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1280, 900));
    }

    private BrowserContext window(int width) {
        return browser.window(width, 900);
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
}
