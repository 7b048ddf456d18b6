package rounds.web.search;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.limits.Limit;
import rounds.platform.mail.Wording;
import rounds.search.HalfTyped;
import rounds.search.SearchRequest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the search box offers while somebody types, in the words of her language.
@Controller("/search/suggest")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestController {
    private final Suggestions suggestions;
    private final SearchAllowance allowance;
    private final Wording wording;

    SuggestController(Suggestions suggestions, SearchAllowance allowance, Wording wording) {
        this.suggestions = suggestions;
        this.allowance = allowance;
        this.wording = wording;
    }

    /// @param label what the list is called
    /// @param said how many there are, and how to choose, for those who listen
    /// @param groups none that is empty
    @Serdeable
    record Answer(String label, String said, List<Group> groups) {}

    /// @param label what these are
    @Serdeable
    record Group(String label, List<Offer> offers) {}

    /// @param path where it leads
    /// @param more what tells it from others of that name
    /// @param lang of its name; empty: of the page
    /// @param whole what the box holds when it is chosen; empty where it leads away
    @Serdeable
    record Offer(String path, String name, String more, String lang, String whole) {
        Offer(String path, String name, String more, String lang) {
            this(path, name, more, lang, "");
        }
    }

    /// @param q what was typed; empty: only what the viewer searched for lately
    /// @param lang of the page, `en` or `fr`
    @Get
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<Answer> suggest(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "en") String lang,
            HttpRequest<?> request,
            Viewer viewer) {
        if (q.length() > SearchRequest.LONGEST_QUERY) {
            throw ProblemException.invalid("q", "search.q.long", SearchRequest.LONGEST_QUERY);
        }
        allowance.take(Limit.COMPLETE, viewer, request);
        var offered = suggestions.to(viewer, q);
        return HttpResponse.ok(answer(q, offered, lang.equals("fr") ? "fr" : "en"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Answer answer(String q, Suggestions.Offered offered, String language) {
        var groups = new ArrayList<Group>();
        boolean without = HalfTyped.of(q).map(HalfTyped::isWithout).orElse(false);
        add(
                groups,
                language,
                without ? "without" : "values",
                offered.values(),
                one -> value(one, language));
        if (!groups.isEmpty()) {
            return answer(language, groups);
        }
        add(groups, language, "recent", offered.recent(), one -> recent(one.words()));
        if (!groups.isEmpty()) {
            groups.getFirst().offers().add(keeping(language));
        }
        add(groups, language, "titles", offered.titles(), one -> titled(one, language));
        add(groups, language, "found", offered.found(), one -> hit(one, language));
        add(groups, language, "terms", offered.terms(), SuggestController::term);
        add(
                groups,
                language,
                "people",
                offered.people(),
                one ->
                        new Offer(
                                "/u/" + one.handle(),
                                one.name(),
                                joined(one.profession(), one.organisation()),
                                ""));
        add(
                groups,
                language,
                "communities",
                offered.communities(),
                one -> new Offer("/c/" + one.slug(), one.name(), "", ""));
        add(
                groups,
                language,
                "tags",
                offered.tags(),
                one -> new Offer("/search?tag=" + encoded(one), one, "", ""));
        return answer(language, groups);
    }

    private Answer answer(String language, List<Group> groups) {
        int count = groups.stream().mapToInt(group -> group.offers().size()).sum();
        return new Answer(
                text(language, "suggest.label"), said(language, count), List.copyOf(groups));
    }

    private <T> void add(
            List<Group> groups,
            String language,
            String label,
            List<T> rows,
            Function<T, Offer> shown) {
        if (!rows.isEmpty()) {
            groups.add(
                    new Group(
                            text(language, "suggest." + label),
                            rows.stream()
                                    .map(shown)
                                    .collect(Collectors.toCollection(ArrayList::new))));
        }
    }

    private String said(String language, int count) {
        String form = count == 0 ? "none" : count == 1 ? "one" : "other";
        return wording.text(language, "suggest.count." + form, List.of(count));
    }

    private static Offer recent(String words) {
        return new Offer("/search?q=" + encoded(words), words, "", "");
    }

    /// Whoever sees what is kept of her sees how to end it.
    private Offer keeping(String language) {
        return new Offer("/search/recent", text(language, "suggest.keeping"), "", "");
    }

    private Offer titled(Excerpt one, String language) {
        return new Offer(
                one.path(),
                one.title(),
                joined(what(one, language), one.conversation() ? "" : one.communityName()),
                one.language());
    }

    /// A reply is told by who wrote it, a page of a document by its number.
    private Offer hit(Excerpt one, String language) {
        return new Offer(
                one.path(),
                one.title(),
                joined(
                        one.authorName(),
                        what(one, language),
                        one.content().type() == ContentType.PAGE
                                ? wording.text(language, "library.page-n", List.of(one.number()))
                                : "",
                        one.conversation() ? "" : one.communityName()),
                one.language());
    }

    private Offer value(Completions.Completion one, String language) {
        FacetName name = one.name();
        return new Offer(
                "/search?q=" + encoded(one.whole()),
                name.isKey() ? text(language, name.text()) : name.text(),
                one.typed(),
                "",
                one.whole());
    }

    private static Offer term(Excerpt one) {
        return new Offer(one.path(), one.title(), one.communityName(), one.language());
    }

    private String what(Excerpt one, String language) {
        if (one.conversation()) {
            return text(language, "notes.one");
        }
        ContentType type = one.content().type();
        return switch (type.shown()) {
            case RESOURCE -> text(language, "library.kind." + one.kind());
            case CASE_STORY -> text(language, "cases.one");
            case TOPIC -> text(language, "topics.one");
            default -> one.kind() == null ? "" : text(language, "kind." + one.kind());
        };
    }

    private String text(String language, String key) {
        return wording.text(language, key, List.of());
    }

    private static String joined(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
