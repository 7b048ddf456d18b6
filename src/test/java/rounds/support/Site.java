package rounds.support;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

import rounds.identity.AccessTokens;
import rounds.identity.Handles;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The product as it is served, on a free port, over the tests' PostgreSQL, with one connection for
/// each role: a request that wants two is found out. Started once for all tests of a run.
///
/// ```java
/// static final Site site = Site.running();
/// Somebody ada = site.person("ada");
/// site.as(ada).get("/settings");
/// site.as(ada).post("/communities", "name", "Dizziness", "slug", "dizziness");
/// site.api(ada).get("/api/v1/me");
/// ```
public final class Site implements AutoCloseable {
    public static final String PASSWORD = "nine calm otters 77";

    private final rounds.cli.Site product;
    private final TestDatabase database = TestDatabase.running();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private Site(rounds.cli.Site product) {
        this.product = product;
    }

    private static final class Running {
        static final Site IT = start("site", Map.of());

        private Running() {}
    }

    public static Site running() {
        return Running.IT;
    }

    /// Another site on the same database, with settings of its own; close it.
    ///
    /// @param name of its home folder in `target`
    public static Site start(String name, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(TestDatabase.running().settings());
        all.put("rounds.home", Homes.of(name).toString());
        int port = freePort();
        all.put("rounds.port", port);
        all.put("rounds.base-url", "http://localhost:" + port);
        all.put("rounds.secret", "a secret that only the tests know, long enough");
        all.put("rounds.limits", "off");
        all.put("rounds.sample", "false");
        all.putAll(settings);
        Site site = new Site(rounds.cli.Site.serve(all));
        Runtime.getRuntime().addShutdownHook(new Thread(site::close));
        return site;
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        product.close();
    }

    /// The database behind it, to look at effects and to be emptied.
    public TestDatabase db() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return product.get(type);
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + product.settings().port() + path);
    }

    /// A new person with that handle and a living session.
    public Somebody person(String handle) {
        return person(handle, true);
    }

    /// The same before she has confirmed her address.
    public Somebody unconfirmed(String handle) {
        return person(handle, false);
    }

    /// @return the id of a new community
    public long community(String slug, String visibility) {
        long id = Ids.next();
        String name = slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1);
        run(
                "insert into community (id, slug, name, visibility) values (?, ?, ?, ?)",
                id,
                slug,
                name,
                visibility);
        return id;
    }

    /// Makes somebody a member, and gives her these roles besides.
    public void member(long community, Somebody person, String... roles) {
        Stream.concat(Stream.of("member"), Stream.of(roles))
                .forEach(role ->
                        run(
                                "insert into membership (id, community_id, person_id, role) values (?, ?, ?, ?)",
                                Ids.next(),
                                community,
                                person.id(),
                                role));
    }

    private Somebody person(String handle, boolean confirmed) {
        long id = Ids.next();
        String name = handle.substring(0, 1).toUpperCase(Locale.ROOT) + handle.substring(1);
        String email = handle + "@example.org";
        run(
                "insert into person (id, handle, handle_shape, name) values (?, ?, ?, ?)",
                id,
                handle,
                Handles.shape(handle),
                name);
        run(
                """
                insert into account (person_id, email, password_hash, confirmed_at)
                values (?, ?, ?, case when ? then now() end)
                """,
                id,
                email,
                Hash.OF_PASSWORD,
                confirmed);
        return again(new Somebody(id, handle, name, email, 0, "", ""));
    }

    /// The same person in another browser.
    public Somebody again(Somebody who) {
        long session = Ids.next();
        String refreshToken = "refresh-" + session;
        run(
                "insert into session (id, person_id, expires_at) values (?, ?, now() + interval '1 day')",
                session,
                who.id());
        run(
                "insert into refresh_token (hash, session_id) values (?, ?)",
                sha256(refreshToken),
                session);
        return new Somebody(
                who.id(),
                who.handle(),
                who.name(),
                who.email(),
                session,
                token(who.id(), session),
                refreshToken);
    }

    private String token(long person, long session) {
        int version =
                (int)
                        database.count(
                                "select auth_version from account where person_id = " + person);
        return bean(AccessTokens.class).of(new Viewer.SignedIn(person, session, version));
    }

    /// Her browser; keeps its cookies from one request to the next.
    public Visit as(Somebody who) {
        return visitor().cookie("s", who.accessToken()).cookie("r", who.refreshToken());
    }

    /// The browser of somebody who has not signed in.
    public Visit visitor() {
        return new Visit(this);
    }

    /// Her program.
    public Api api(Somebody who) {
        return new Api(address("").toString()).with(who.accessToken());
    }

    /// The program of nobody.
    public Api api() {
        return new Api(address("").toString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> answer = client.send(request.build(), body);
            if (answer.statusCode() == 500) {
                throw new AssertionError(answer.request() + " was answered by an error");
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void run(String sql, Object... values) {
        try (Connection owner = database.asOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Made once: it is dear.
    private static final class Hash {
        static final String OF_PASSWORD =
                Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID)
                        .hash(PASSWORD, "sixteen of bytes")
                        .getResult();

        private Hash() {}
    }
}
