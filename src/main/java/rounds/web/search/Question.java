package rounds.web.search;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.search.SearchRequest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the address of the page asks for. Dates are as the browser's date field sends them.
@Introspected
public record Question(
        @Nullable @QueryValue String q,
        @Nullable @QueryValue String community,
        @Nullable @QueryValue String kind,
        @Nullable @QueryValue String type,
        @Nullable @QueryValue String author,
        @Nullable @QueryValue String tag,
        @Nullable @QueryValue String from,
        @Nullable @QueryValue String to,
        @Nullable @QueryValue String cursor) {

    public String words() {
        return q == null ? "" : q;
    }

    /// Whether anything but the words narrows the search.
    public boolean narrowed() {
        return narrowings().values().stream().anyMatch(value -> !value.isEmpty());
    }

    SearchRequest request() {
        return new SearchRequest(
                words(),
                community,
                kind,
                type,
                author == null ? null : author.replaceFirst("^@", ""),
                tag,
                day("from", from),
                day("to", to),
                SearchRequest.USUAL_HITS,
                cursor);
    }

    /// The address of another page of the same.
    String at(String next) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("q", words());
        asked.putAll(narrowings());
        asked.put("cursor", next);
        return "/search?"
                + asked.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry ->
                                entry.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /// The address of the same, where one person is meant by a name that several have.
    String by(String name, String handle) {
        if (given(author).replaceFirst("^@", "").equalsIgnoreCase(name)) {
            return new Question(q, community, kind, type, handle, tag, from, to, null).at("");
        }
        String asked =
                Pattern.compile(
                                "\\b(by|par):\"?@?" + Pattern.quote(name) + "\"?",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(words())
                        .replaceAll("$1:" + Matcher.quoteReplacement(handle));
        return new Question(asked, community, kind, type, author, tag, from, to, null).at("");
    }

    private Map<String, String> narrowings() {
        Map<String, String> narrowings = new LinkedHashMap<>();
        narrowings.put("community", given(community));
        narrowings.put("kind", given(kind));
        narrowings.put("type", given(type));
        narrowings.put("author", given(author));
        narrowings.put("tag", given(tag));
        narrowings.put("from", given(from));
        narrowings.put("to", given(to));
        return narrowings;
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        if (given(text).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(given(text));
        } catch (DateTimeException _) {
            throw ProblemException.invalid(field, "search.day");
        }
    }
}
