package rounds.web.search;

import org.jspecify.annotations.Nullable;

import rounds.cases.Outcome;
import rounds.community.Acquaintance;
import rounds.community.Mine;
import rounds.forum.Kind;
import rounds.kernel.Problem;
import rounds.library.ResourceKind;
import rounds.search.Facet;
import rounds.search.SearchRequest.Order;
import rounds.search.SearchResults;
import rounds.search.Trait;
import rounds.search.Unclear;
import rounds.search.Understood.Match;
import rounds.start.Begun;
import rounds.web.page.Language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a search found.
///
/// @param results absent where the question could not be taken
/// @param problems why it could not
/// @param people whom the words may mean, of those with whom the reader shares a community
/// @param others communities that the reader is not in, to narrow by
/// @param within what it is called that is looked in; empty where it is looked everywhere, or the
///   reader may not know
/// @param begun those of the hits with which newcomers of a community begin
public record ResultsPage(
        Question question,
        @Nullable SearchResults results,
        List<Problem.Field> problems,
        List<Acquaintance> people,
        List<Mine> others,
        String within,
        List<Begun> begun) {

    /// The facets that the form has fields for.
    static final Set<Facet> FIELDS = EnumSet.complementOf(EnumSet.of(Facet.YEAR, Facet.FILE));

    /// Narrowings, signs that take away, and signs around several words.
    private static final Pattern SYNTAX =
            Pattern.compile("(?<!\\S)-?\\p{L}+:\\S+|(?<!\\S)-\\S+|(?<!\\S)O[RU](?!\\S)|[\"()*]");

    private Nearby nearby() {
        return new Nearby(question);
    }

    /// The facets by which these hits can be told apart, and those by which they are narrowed.
    public List<FacetList> facets() {
        if (results == null) {
            return List.of();
        }
        var facets = new ArrayList<FacetList>();
        results.counts()
                .forEach((facet, counts) -> {
                    if (counts.size() > 1 || !question.chosen(facet).isEmpty()) {
                        facets.add(
                                new FacetList(
                                        facet.code(),
                                        counts.stream()
                                                .map(count -> choice(facet, count))
                                                .toList()));
                    }
                });
        return facets;
    }

    private FacetList.Choice choice(Facet facet, SearchResults.Count count) {
        return new FacetList.Choice(
                count.value(),
                FacetName.of(facet, count.value(), count.name()),
                count.hits(),
                question.chosen(facet).stream().anyMatch(count.value()::equalsIgnoreCase),
                nearby().toggled(facet, count.value()));
    }

    /// What narrows the search, each with the address of the same without it.
    ///
    /// @param code of the facet, or `from` or `to`
    public record Chip(String code, FacetName name, String path) {}

    public List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        question.chosen()
                .forEach((facet, values) ->
                        values.forEach(value ->
                                chips.add(
                                        new Chip(
                                                facet.code(),
                                                FacetName.of(facet, value, name(facet, value)),
                                                nearby().toggled(facet, value)))));
        if (!question.from().isEmpty()) {
            chips.add(
                    new Chip(
                            "from",
                            new FacetName(question.from(), false),
                            nearby().without("from")));
        }
        if (!question.to().isEmpty()) {
            chips.add(new Chip("to", new FacetName(question.to(), false), nearby().without("to")));
        }
        if (!question.within().isEmpty()) {
            chips.add(new Chip("within", withinName(), nearby().without("within")));
        }
        return chips;
    }

    private FacetName withinName() {
        return within.isEmpty() ? FacetName.key("search.within") : new FacetName(within, false);
    }

    /// The address of all places in one discussion, up to its id.
    public String inside() {
        return nearby().inside();
    }

    private String name(Facet facet, String value) {
        return results == null
                ? value
                : results.counts().getOrDefault(facet, List.of()).stream()
                        .filter(count -> count.value().equals(value))
                        .map(SearchResults.Count::name)
                        .findFirst()
                        .orElse(value);
    }

    /// The same search, saying why each hit stands where it does, or no longer saying it.
    public String reasoned() {
        return nearby().reasoned();
    }

    /// The same search, every word only as it was typed.
    public String asTyped() {
        return nearby().asTyped();
    }

    /// Where the search is kept; empty where there is nothing to keep.
    public String keeping() {
        return results == null || results.understood().match() == Match.NOTHING
                ? ""
                : nearby().keeping();
    }

    /// The addresses of the hits as files.
    public String csv() {
        return nearby().file("csv");
    }

    public String ris() {
        return nearby().file("ris");
    }

    /// What was asked, to be asked as a question: without what only a search understands.
    public String title() {
        return SYNTAX.matcher(question.words()).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }

    /// The same search without anything that narrows it.
    public String widest() {
        return nearby().widest();
    }

    /// One way to order the hits.
    public record Ordered(String code, boolean current, String path) {}

    public List<Ordered> orders() {
        return Arrays.stream(Order.values())
                .map(order ->
                        new Ordered(
                                Question.code(order),
                                order == question.order(),
                                nearby().in(order)))
                .toList();
    }

    /// Which page of the hits this is, and the ways to the others.
    public Turning turning() {
        return new Turning(question, results);
    }

    /// With what a hit is opened, so that its page marks what was looked for; empty where nothing
    /// was looked for by words.
    public String opening() {
        return results == null ? "" : Opening.of(question.words(), results.understood());
    }

    /// One of several people or communities that are called so.
    public record Choice(String name, String handle, String path) {}

    /// Those that are called as it was typed, or nearly so.
    ///
    /// @param why `people` or `communities`; `community` where none is called so, but one nearly
    public record Several(String typed, String why, List<Choice> choices) {}

    public List<Several> several() {
        return results == null
                ? List.of()
                : results.understood().unclear().stream()
                        .filter(unclear -> !unclear.among().isEmpty())
                        .map(this::several)
                        .toList();
    }

    private Several several(Unclear unclear) {
        boolean people = unclear.why().equals("people");
        Facet facet = people ? Facet.AUTHOR : Facet.COMMUNITY;
        return new Several(
                unclear.typed(),
                unclear.why(),
                unclear.among().stream()
                        .map(one ->
                                new Choice(
                                        one.name(),
                                        (people ? "@" : "") + one.handle(),
                                        nearby().called(facet, unclear.typed(), one.handle())))
                        .toList());
    }

    /// What was not understood and nothing can be chosen for.
    public List<Unclear> unclear() {
        return results == null
                ? List.of()
                : results.understood().unclear().stream()
                        .filter(unclear -> unclear.among().isEmpty())
                        .toList();
    }

    public List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::code).toList();
    }

    /// How case stories can be told apart; where they ended well they share the word with
    /// discussions.
    public List<String> outcomes() {
        return Outcome.codes().stream().filter(code -> !kinds().contains(code)).toList();
    }

    /// What can be looked for alone.
    public List<String> types() {
        return FacetName.TYPES;
    }

    /// What can be said of a discussion.
    public List<String> states() {
        return Trait.codes();
    }

    /// What it can hold besides words.
    public List<String> held() {
        return Facet.HELD;
    }

    /// One language, as it calls itself.
    public record Spoken(String code, String name) {}

    public List<Spoken> languages() {
        return Arrays.stream(Language.values())
                .map(Language::code)
                .map(code -> new Spoken(code, FacetName.of(Facet.LANGUAGE, code, code).text()))
                .toList();
    }

    public List<String> resourceKinds() {
        return ResourceKind.codes();
    }
}
