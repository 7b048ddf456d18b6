package rounds.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import rounds.support.Site;
import rounds.support.Somebody;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every way into the site, and what it asks for. A new one needs a row in `routes.csv`.
class RoutesTest {
    private static final Site SITE = Site.running();
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private static Somebody ada;

    /// @param access `any`, `visitor`, `person`, `member`, `moderator`, `chair` or `admin`
    record Route(String method, String path, String access) {
        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean isUnsafe() {
            return !SAFE.contains(method);
        }

        /// The address with something in its gaps that is not there.
        String address() {
            return path.replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1")
                    .replaceAll("\\{[^}]*}", "0000000000000");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void somebody() {
        SITE.db().empty();
        ada = SITE.person("ada");
    }

    @Test
    void everyRouteStandsInTheTable() {
        Set<String> real =
                SITE.bean(Router.class)
                        .uriRoutes()
                        .filter(route ->
                                !isManagement(route) && !route.getHttpMethodName().equals("HEAD"))
                        .map(RoutesTest::inWords)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> table =
                table().stream()
                        .map(Route::toString)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(real).as("routes without a row in routes.csv").isSubsetOf(table);
        assertThat(table).as("rows of routes.csv without a route").isSubsetOf(real);
    }

    @Test
    void theDescriptionOfTheApiTellsOfEveryRouteAndOfNoOther() {
        Map<String, Map<String, Map<String, ?>>> document =
                new Yaml().load(SITE.as(ada).get("/openapi").body());
        Set<String> described =
                document.get("paths").entrySet().stream()
                        .flatMap(path ->
                                path.getValue().keySet().stream()
                                        .filter(method -> !method.equals("parameters"))
                                        .map(method ->
                                                method.toUpperCase(Locale.ROOT)
                                                        + " /api/v1"
                                                        + unnamed(path.getKey())))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described)
                .isEqualTo(
                        table().stream()
                                .filter(Route::isApi)
                                .map(route -> route.method() + " " + unnamed(route.path()))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static boolean isManagement(UriRouteInfo<?, ?> route) {
        return route.getDeclaringType().getName().startsWith("io.micronaut.");
    }

    private static String inWords(UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate().toPathString();
        return route.getHttpMethodName() + " " + (path.isEmpty() ? "/" : path);
    }

    @ParameterizedTest
    @MethodSource("closedToVisitors")
    void aVisitorIsNotLetIn(Route route) {
        if (route.isApi()) {
            assertThat(program(route, SITE.api())).isIn(400, 401, 404);
            return;
        }
        var answer = browser(route, SITE.visitor());
        if (route.isUnsafe()) {
            assertThat(answer.statusCode()).isIn(303, 401, 403, 404, 422);
            assertThat(answer.headers().firstValue("Location").orElse("/sign-in"))
                    .startsWith("/sign-in");
        } else {
            // 406: a stream, which no browser asks for as a page.
            assertThat(answer.statusCode()).isIn(303, 404, 406);
            assertThat(answer.headers().firstValue("Location").orElse("/sign-in"))
                    .startsWith("/sign-in");
        }
    }

    @ParameterizedTest
    @MethodSource("unsafePages")
    void anotherSiteMakesNoBrowserDoAnything(Route route) {
        long before = written();
        String csrf = SITE.as(ada).csrf();
        for (String[] header :
                new String[][] {
                    {"Sec-Fetch-Site", "cross-site"},
                    {"Sec-Fetch-Site", "same-site"},
                    {"Sec-Fetch-Site", "none"},
                    {"Origin", "https://evil.example"},
                    {"Origin", "null"},
                }) {
            for (String type :
                    new String[] {
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "text/plain",
                        "application/json"
                    }) {
                var answer =
                        SITE.as(ada)
                                .header(header[0], header[1])
                                .header("Content-Type", type)
                                .send(route.address(), route.method(), "csrf=" + csrf);
                assertThat(answer.statusCode()).as(header[1] + " " + type).isEqualTo(403);
            }
        }
        assertThat(written()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("unsafePages")
    void aFormWithoutItsTokenDoesNothing(Route route) {
        long before = written();
        for (String body : new String[] {"", "csrf=", "csrf=rubbish"}) {
            var answer = SITE.as(ada).send(route.address(), route.method(), body);
            assertThat(answer.statusCode()).as(body).isEqualTo(403);
        }
        String foreign = SITE.visitor().csrf();
        assertThat(
                        SITE.as(ada)
                                .send(route.address(), route.method(), "csrf=" + foreign)
                                .statusCode())
                .isEqualTo(403);
        assertThat(written()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("apiForPersons")
    void aCookieProvesNothingToTheApi(Route route) {
        var answer =
                SITE.as(ada)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .send(route.address(), route.method(), route.isUnsafe() ? "{}" : null);

        assertThat(answer.statusCode()).isIn(400, 401, 404);
    }

    private static HttpResponse<String> browser(Route route, rounds.support.Visit browser) {
        return route.isUnsafe()
                ? browser.send(route.address(), route.method(), "csrf=" + browser.csrf())
                : browser.send(route.address(), route.method(), null);
    }

    private static int program(Route route, rounds.support.Api program) {
        return program.send(route.method(), route.address(), route.isUnsafe() ? "{}" : null)
                .status();
    }

    /// Rows that only a use case writes.
    private static long written() {
        return SITE.db()
                .count(
                        """
                        select (select count(*) from change_log) + (select count(*) from mail)
                             + (select count(*) from session where ended_at is null)
                             + (select sum(auth_version) from account)
                        """);
    }

    static List<Route> closedToVisitors() {
        return table().stream()
                .filter(route -> !Set.of("any", "visitor").contains(route.access()))
                .toList();
    }

    static List<Route> unsafePages() {
        return table().stream().filter(route -> route.isUnsafe() && !route.isApi()).toList();
    }

    static List<Route> apiForPersons() {
        return closedToVisitors().stream().filter(Route::isApi).toList();
    }

    private static List<Route> table() {
        try (InputStream file = RoutesTest.class.getResourceAsStream("/routes.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .map(cells -> new Route(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
