package rounds.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// A program that talks to the JSON API, as somebody else would write it.
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private volatile String token = "";

    /// @param base address of the site, without a slash at the end
    public Api(String base) {
        this.base = base;
    }

    public record Answer(int status, JsonNode body) {}

    public Api signIn(String login, String password) {
        Answer answer = post("/api/v1/tokens", Map.of("login", login, "password", password), null);
        if (answer.status() / 100 != 2) {
            throw new AssertionError("Could not sign in as " + login + ": " + answer);
        }
        token = answer.body().get("accessToken").asText();
        return this;
    }

    /// With this access token from now on; empty: as a visitor.
    public Api with(String accessToken) {
        token = accessToken;
        return this;
    }

    /// With a token that was made for the test.
    public Api as(String accessToken) {
        token = accessToken;
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /// What is there, as it is.
    public byte[] bytes(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /// @param idempotencyKey the same key twice makes one thing; absent: no key
    public Answer post(String path, Map<String, ?> body, String idempotencyKey) {
        try {
            var request =
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            JSON.writeValueAsString(body)));
            if (idempotencyKey != null) {
                request.header("Idempotency-Key", idempotencyKey);
            }
            return send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a file with what is said of it, as a form does.
    public Answer postFile(
            String path, Map<String, String> fields, String name, byte[] file, String key) {
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) ->
                body.writeBytes(part("name=\"" + field + "\"\r\n\r\n" + value + "\r\n")));
        body.writeBytes(part("name=\"file\"; filename=\"" + name + "\"\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String text) {
        return ("--part\r\nContent-Disposition: form-data; " + text)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Sends a file as it is.
    public Answer upload(String path, byte[] file) {
        return send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    /// Sends exactly this JSON, or nothing.
    public Answer send(String method, String path, String json) {
        var body =
                json == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(json);
        return send(request(path).header("Content-Type", "application/json").method(method, body));
    }

    /// The same, made from this revision; absent: from whichever.
    public Answer send(String method, String path, String json, String ifMatch) {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = answer.body();
            return new Answer(
                    answer.statusCode(), body.isBlank() ? JSON.nullNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
