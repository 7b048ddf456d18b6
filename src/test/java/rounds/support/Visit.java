package rounds.support;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One browser on the site: keeps cookies, follows no redirects by itself, and sends forms with the
/// token of a page.
public final class Visit {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Site site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Visit(Site site) {
        this.site = site;
        headers.put("Accept", "text/html, */*;q=0.8");
        headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    }

    public Visit cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Visit without(String cookie) {
        cookies.remove(cookie);
        return this;
    }

    /// With this header from now on.
    public Visit header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public HttpResponse<String> get(String path) {
        return send(path, "GET", null);
    }

    public HttpResponse<String> head(String path) {
        return send(path, "HEAD", null);
    }

    /// Sends the form of fields: name, value, name, value … with the token that a page of this
    /// browser carries.
    public HttpResponse<String> post(String path, String... fields) {
        var body = new StringJoiner("&");
        body.add("csrf=" + encoded(csrf()));
        for (int index = 0; index < fields.length; index += 2) {
            body.add(encoded(fields[index]) + "=" + encoded(fields[index + 1]));
        }
        return postBody(path, body.toString());
    }

    /// Sends exactly this body.
    public HttpResponse<String> postBody(String path, String body) {
        return send(path, "POST", body);
    }

    /// Where the last answer led, followed to its page.
    public HttpResponse<String> follow(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return get(URI.create(location).getRawSchemeSpecificPart().replaceFirst("^//[^/]+", ""));
    }

    /// The token of this browser's forms. Every page has one, also the one that is not there.
    public String csrf() {
        Matcher token = CSRF.matcher(get("/nowhere").body());
        if (!token.find()) {
            throw new AssertionError("No page has a form.");
        }
        return token.group(1);
    }

    /// Sends a file as the body, with the token of a page, as the box does in which people write.
    public HttpResponse<String> upload(String path, byte[] file) {
        String token = csrf();
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address(path));
        prepare(request);
        request.setHeader("Accept", "application/problem+json, application/json");
        request.header("Origin", site.address("").toString());
        request.header("Content-Type", "application/octet-stream");
        request.setHeader("X-Csrf-Token", token);
        return site.send(request.POST(BodyPublishers.ofByteArray(file)));
    }

    /// Sends exactly these bytes as a page's form does.
    public HttpResponse<String> sendBytes(String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address(path));
        prepare(request);
        request.header("Origin", site.address("").toString());
        request.header("Content-Type", type);
        return site.send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    /// Sends what follows of a file.
    public HttpResponse<String> patchBytes(String path, byte[] piece) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address(path));
        prepare(request);
        request.header("Origin", site.address("").toString());
        request.header("Content-Type", "application/offset+octet-stream");
        return site.send(request.method("PATCH", BodyPublishers.ofByteArray(piece)));
    }

    /// What is at that address, as it is.
    public HttpResponse<byte[]> bytes(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address(path));
        prepare(request);
        return site.sendForBytes(request.GET());
    }

    private void prepare(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    /// Sends this body, or none; as a form, unless a header says otherwise.
    public HttpResponse<String> send(String path, String method, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address(path));
        prepare(request);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            if (!headers.containsKey("Origin") && !headers.containsKey("Sec-Fetch-Site")) {
                request.header("Origin", site.address("").toString());
            }
            if (!headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/x-www-form-urlencoded");
            }
            request.method(method, BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = site.send(request);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String header) {
        HttpCookie cookie = HttpCookie.parse(header).getFirst();
        if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
