package rounds.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Browser;
import rounds.support.Site;
import rounds.support.Somebody;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Somebody who is signed in looks at a page of another site, and that page tries everything a
/// browser lets it try against every unsafe route there is: each is refused and nothing changes.
/// The attacker even knows the token of her forms.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignPageTest {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /// Sends one request in each of the ways of a page, all at once; ends when the browser has an
    /// answer to each, or has refused to ask.
    private static final String SEND =
            """
            async ([ways, method, address, fields]) => {
              const json = JSON.stringify(fields);
              const form = (type) => new Promise((done) => {
                const frame = document.createElement('iframe');
                frame.name = 'f' + Math.random();
                document.body.append(frame);
                const form = document.createElement('form');
                form.method = 'post';
                form.enctype = type;
                form.action = address;
                form.target = frame.name;
                // As text/plain, one field whose name and value together are JSON.
                const given = type === 'text/plain' ? [[json.slice(0, -1) + ',"x":"', '"}']] : Object.entries(fields);
                for (const [name, value] of given) {
                  const field = document.createElement('input');
                  field.name = name;
                  field.value = value;
                  form.append(field);
                }
                document.body.append(form);
                frame.onload = () => { frame.remove(); form.remove(); done(); };
                form.submit();
                setTimeout(done, 5000);
              });
              const ask = (more) => fetch(address, { credentials: 'include', redirect: 'manual', ...more }).catch(() => {});
              const send = (way) => {
                switch (way) {
                  case 'form': return form('application/x-www-form-urlencoded');
                  case 'multipart': return form('multipart/form-data');
                  case 'text': return form('text/plain');
                  case 'fetch text': return ask({ method: 'POST', mode: 'no-cors', body: json });
                  case 'fetch form': return ask({ method: 'POST', mode: 'no-cors', body: new URLSearchParams(fields) });
                  case 'fetch json': return ask({ method, headers: { 'Content-Type': 'application/json' }, body: json });
                  case 'fetch form, readable': return ask({ method, body: new URLSearchParams(fields) });
                }
              };
              await Promise.all(ways.map(send));
            }
            """;

    private static final Pattern ENTRIES =
            Pattern.compile("/sign-in|/sign-up|/reset.*|/confirm.*|/preferences|/api/v1/tokens.*");

    private static final List<String> WAYS =
            List.of(
                    "form",
                    "multipart",
                    "text",
                    "fetch text",
                    "fetch form",
                    "fetch json",
                    "fetch form, readable");

    private final Site site = Site.running();
    private Browser browser;
    private HttpServer foreign;
    private Somebody ada;
    private Map<String, String> things;

    private record Try(String method, String path) {}

    @BeforeAll
    void start() throws IOException {
        browser = Browser.start();
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext(
                "/",
                exchange -> {
                    byte[] page =
                            ("<!doctype html><title>Win a prize</title>"
                                            + (exchange.getRequestURI().getPath().equals("/frame")
                                                    ? "<iframe sandbox='allow-scripts allow-forms' src='/'></iframe>"
                                                    : "<body></body>"))
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        foreign.start();
    }

    @AfterAll
    void stop() {
        if (foreign != null) {
            foreign.stop(0);
        }
        if (browser != null) {
            browser.close();
        }
    }

    /// A chair who is also a moderator, with something in every place that a route names.
    @BeforeEach
    void settle() {
        site.db().empty();
        ada = site.person("ada");
        Somebody ben = site.person("ben");
        Somebody carla = site.person("carla");
        site.again(ada);
        site.api(ada)
                .post(
                        "/api/v1/communities",
                        Map.of("name", "Valley", "slug", "valley", "visibility", "public"),
                        null);
        site.api(ada)
                .post(
                        "/api/v1/communities",
                        Map.of("name", "Hills", "slug", "hills", "visibility", "listed"),
                        null);
        site.api(ben).post("/api/v1/communities/valley/members", Map.of(), null);
        site.as(carla).post("/c/hills/requests", "message", "Let me in");
        site.as(ada).post("/c/valley/invitations", "days", "7");
        String discussion =
                site.api(ada)
                        .post(
                                "/api/v1/communities/valley/discussions",
                                Map.of("kind", "question", "title", "Whose?", "body", "List."),
                                null)
                        .body()
                        .get("id")
                        .asText();
        String post =
                site.api(ada)
                        .post(
                                "/api/v1/discussions/" + discussion + "/posts",
                                Map.of("body", "Mine."),
                                null)
                        .body()
                        .get("id")
                        .asText();
        String resource =
                site.api(ada)
                        .post(
                                "/api/v1/communities/valley/resources",
                                Map.of("kind", "tool", "title", "Ours", "body", "Words"),
                                null)
                        .body()
                        .get("id")
                        .asText();
        things = new LinkedHashMap<>();
        things.put("/r/{id}", resource);
        things.put("/resources/{id}", resource);
        things.put("/settings/sessions/{id}", text("select max(id) from session"));
        things.put("/c/{slug}/requests/{id}", text("select max(id) from join_request"));
        things.put("/c/{slug}/invitations/{id}", text("select max(id) from invitation"));
        things.put("/d/{id}", discussion);
        things.put("/discussions/{id}", discussion);
        things.put("/p/{id}", post);
        things.put("/posts/{id}", post);
        things.put("{handle}", "ben");
        things.put("{role}", "member");
        things.put("{token}", "a-token");
    }

    private String text(String id) {
        return rounds.platform.database.Ids.text(site.db().count(id));
    }

    /// `127.0.0.1` is another site than `localhost`; another port is another origin of the same
    /// site, whose requests carry all cookies; a sandboxed frame has no origin at all.
    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:%d/", "http://localhost:%d/", "http://localhost:%d/frame"})
    void aForeignPageChangesNothing(String address) {
        BrowserContext window = signedIn();
        Page page = window.newPage();
        page.navigate(String.format(address, foreign.getAddress().getPort()));
        Map<String, String> before = everything();

        List<String> answers = attack(page, tries(), fields(true));

        System.out.printf("foreign page %s: %s%n", address, counted(answers));
        assertThat(answers)
                .as("requests that were answered otherwise than by a refusal")
                .allMatch(answer -> answer.matches("4(00|01|03|04|05|15) .*"))
                .hasSizeGreaterThanOrEqualTo(tries().size() * 3);
        assertThat(answers)
                .as("requests to pages")
                .filteredOn(answer -> !answer.contains(" /api/"))
                .allMatch(answer -> answer.startsWith("403 "));
        assertThat(everything()).isEqualTo(before);
        Page own = window.newPage();
        own.navigate(site.address("/settings").toString());
        assertThat(own.url()).as("she is still signed in").endsWith("/settings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:%d/", "http://localhost:%d/", "http://localhost:%d/frame"})
    void aForeignPageSignsNobodyIn(String address) {
        BrowserContext window = browser.window(800, 600);
        Page own = window.newPage();
        own.navigate(site.address("/about/help").toString());
        Map<String, String> before = everything();
        Page page = window.newPage();
        page.navigate(String.format(address, foreign.getAddress().getPort()));

        attack(
                page,
                tries().stream()
                        .filter(attempt -> ENTRIES.matcher(attempt.path()).matches())
                        .toList(),
                fields(false));

        assertThat(everything()).isEqualTo(before);
        assertThat(window.cookies(site.address("/").toString()))
                .extracting(cookie -> cookie.name)
                .doesNotContain("s", "r");
        own.navigate(site.address("/settings").toString());
        assertThat(own.url()).contains("/sign-in");
    }

    /// The same from a page of our own: so the attack is one.
    @Test
    void theSameFromOurOwnPageWouldHaveWorked() {
        Page page = signedIn().newPage();
        page.navigate(site.address("/about/help").toString());
        Map<String, String> before = everything();

        List<String> answers = attack(page, tries(), fields(true));

        assertThat(answers).filteredOn(answer -> answer.startsWith("303 ")).hasSizeGreaterThan(10);
        Map<String, String> after = everything();
        assertThat(after.keySet())
                .filteredOn(table -> !after.get(table).equals(before.get(table)))
                .contains("post", "discussion", "membership", "session", "community");
    }

    private BrowserContext signedIn() {
        BrowserContext window = browser.window(800, 600);
        window.addCookies(
                Stream.of(new Cookie("s", ada.accessToken()), new Cookie("r", ada.refreshToken()))
                        .map(cookie -> cookie.setUrl(site.address("/").toString()))
                        .toList());
        return window;
    }

    /// Every way against every unsafe route, signing out last.
    ///
    /// @return status, method and address of each answer that the browser took in; those to blind
    ///   requests of another site it does not
    private List<String> attack(Page page, List<Try> tries, Map<String, String> fields) {
        var answers = new CopyOnWriteArrayList<String>();
        page.onResponse(response -> note(response, answers));
        var frame = page.frames().getLast();
        for (Try attempt : tries) {
            frame.evaluate(
                    SEND,
                    List.of(
                            WAYS,
                            attempt.method(),
                            site.address(attempt.path()).toString(),
                            fields));
        }
        return answers;
    }

    private void note(Response response, List<String> answers) {
        String method = response.request().method();
        if (!SAFE.contains(method) && response.url().startsWith(site.address("/").toString())) {
            answers.add(
                    response.status()
                            + " "
                            + method
                            + " "
                            + response.url().replaceFirst("^https?://[^/]+", ""));
        }
    }

    private List<Try> tries() {
        var tries = new ArrayList<Try>();
        for (String[] route : routes()) {
            if (SAFE.contains(route[0])) {
                continue;
            }
            String path = route[1];
            for (Map.Entry<String, String> thing : things.entrySet()) {
                String known = thing.getKey();
                path =
                        path.replace(
                                known,
                                known.replaceFirst("\\{(id|handle|role|token)}", thing.getValue()));
            }
            path = path.replace("{slug}", path.contains("/requests/") ? "hills" : "valley");
            path =
                    path.replace("{number}", "1")
                            .replace("{part}", "story")
                            .replace("{tag}", "lists")
                            .replace("{reaction}", "helpful");
            // What she has none of.
            path =
                    path.replaceAll(
                            "\\{(id|\\w+Id|version|content|followUp|suggestion|question|wording)}",
                            "0000000000001");
            var choice = Pattern.compile("\\{\\w+:([^}]*)}").matcher(path);
            if (choice.find()) {
                for (String act : choice.group(1).split("\\|")) {
                    tries.add(new Try(route[0], path.replace(choice.group(), act)));
                }
            } else {
                tries.add(new Try(route[0], path));
            }
        }
        assertThat(tries).noneMatch(attempt -> attempt.path().contains("{"));
        tries.sort(
                java.util.Comparator.comparing(attempt ->
                        attempt.path()
                                .matches(
                                        "/sign-.*|/settings/sessions.*|/settings/password|/confirm.*|/reset.*|.*/leave")));
        return tries;
    }

    /// What any form asks for, filled in well.
    private Map<String, String> fields(boolean withToken) {
        var fields = new TreeMap<String, String>();
        if (withToken) {
            fields.put("csrf", site.as(ada).csrf());
        }
        fields.put("login", "ada");
        fields.put("password", Site.PASSWORD);
        fields.put("current", Site.PASSWORD);
        fields.put("name", "Taken over");
        fields.put("handle", "taken");
        fields.put("email", "taken@example.org");
        fields.put("title", "Taken over");
        fields.put("body", "Words of somebody else");
        fields.put("kind", "question");
        fields.put("language", "en");
        fields.put("languages", "en");
        fields.put("theme", "dark");
        fields.put("visibility", "private");
        fields.put("purpose", "Another");
        fields.put("role", "moderator");
        fields.put("reason", "other");
        fields.put("words", "Because");
        fields.put("message", "Because");
        fields.put("days", "7");
        fields.put("pinned", "true");
        fields.put("closed", "true");
        fields.put("revision", "0");
        return fields;
    }

    /// A digest of every table, without what reading alone moves.
    private Map<String, String> everything() {
        var digests = new TreeMap<String, String>();
        for (String table :
                site.db()
                        .rows(
                                """
                                select tablename from pg_tables
                                where schemaname = 'rounds'
                                  and tablename not in ('flyway_schema_history', 'rate_bucket', 'consumer_position', 'notification_position', 'notification', 'presence')
                                """)) {
            digests.put(
                    table,
                    site.db()
                            .rows(
                                    "select count(*), md5(string_agg(row, '' order by row)) from (select (to_jsonb(t) - 'last_seen_at')::text as row from %s t) rows"
                                            .formatted(table))
                            .getFirst());
        }
        return digests;
    }

    private static Map<String, Long> counted(List<String> answers) {
        return answers.stream()
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                answer -> answer.substring(0, 3),
                                TreeMap::new,
                                java.util.stream.Collectors.counting()));
    }

    private static List<String[]> routes() {
        try (InputStream file = ForeignPageTest.class.getResourceAsStream("/routes.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
