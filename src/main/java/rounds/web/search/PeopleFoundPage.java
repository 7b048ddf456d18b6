package rounds.web.search;

import org.jspecify.annotations.Nullable;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.PeopleAsked;
import rounds.community.Told;
import rounds.community.ToldCount;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// People who were looked for.
///
/// @param asked as it was typed
/// @param read what was looked for instead of words that nobody says; null where all was as it was
///   typed
/// @param count of all that were found, at most [Colleagues#MOST_FOUND]
/// @param next the cursor of the next page, or null on the last
/// @param told what can be narrowed to, and how many that leaves
/// @param looser what finds somebody where this finds nobody
public record PeopleFoundPage(
        PeopleAsked asked,
        @Nullable PeopleAsked read,
        List<Respelt> respelt,
        int count,
        List<Colleague> people,
        @Nullable String cursor,
        Map<Told, List<ToldCount>> told,
        List<PeopleMeant.Loosened> looser) {

    /// A word that nobody says, and what was looked for instead.
    public record Respelt(String typed, String read) {}

    /// There may be more than can be counted.
    public boolean many() {
        return count >= Colleagues.MOST_FOUND;
    }

    /// What was looked for.
    private PeopleAsked found() {
        return read == null ? asked : read;
    }

    public @Nullable String next() {
        return cursor == null ? null : path(found(), cursor);
    }

    /// One thing that people say.
    ///
    /// @param code by which its name is found
    public record Said(String code, List<Choice> choices) {}

    /// @param path of all who say so, of those that are found
    public record Choice(String value, int people, String path) {}

    public List<Said> said() {
        return told.entrySet().stream()
                .map(one ->
                        new Said(
                                one.getKey().code(),
                                one.getValue().stream()
                                        .map(count -> choice(one.getKey(), count))
                                        .toList()))
                .toList();
    }

    private Choice choice(Told told, ToldCount count) {
        // Whoever found nobody begins anew.
        PeopleAsked from = people.isEmpty() ? PeopleAsked.words("") : found();
        return new Choice(count.value(), count.people(), path(from.with(told, count.value()), ""));
    }

    /// What narrows the search, each with the address of the same without it.
    public record Chip(String code, String value, String path) {}

    public List<Chip> chips() {
        return Arrays.stream(Told.values())
                .filter(told -> !found().of(told).isEmpty())
                .map(told ->
                        new Chip(told.code(), found().of(told), path(found().with(told, ""), "")))
                .toList();
    }

    /// One way to find somebody.
    public record Loose(String left, int people, String path) {}

    public List<Loose> loose() {
        return looser.stream()
                .map(one -> new Loose(one.left(), one.people(), path(one.asked(), "")))
                .toList();
    }

    private static String path(PeopleAsked asked, String after) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", asked.words());
        for (Told told : Told.values()) {
            fields.put(told.code(), asked.of(told));
        }
        fields.put("after", after);
        return "/search/people?"
                + fields.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
