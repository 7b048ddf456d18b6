package rounds.web.search;

import jakarta.inject.Singleton;

import rounds.cases.Outcome;
import rounds.community.Colleagues;
import rounds.community.Directory;
import rounds.forum.Kind;
import rounds.kernel.Viewer;
import rounds.library.ResourceKind;
import rounds.platform.Moment;
import rounds.platform.mail.Wording;
import rounds.search.Facet;
import rounds.search.HalfTyped;
import rounds.search.Nearly;
import rounds.search.Search;
import rounds.search.SearchRequest;
import rounds.search.SearchRequest.Extra;
import rounds.search.Trait;
import rounds.search.Typing;
import rounds.web.page.Language;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The values that may follow an operator, while it is typed: those that are called so and the
/// viewer may know of; behind the colon alone those that what she asks for has most of.
@Singleton
public class Completions {
    /// Of people, tags and communities; a list that is always the same is offered whole.
    private static final int MOST = 8;

    /// So many are looked at whom a mistyped name may mean.
    private static final int MAYBE = 300;

    private final Search search;
    private final Typing typing;
    private final Colleagues colleagues;
    private final Directory directory;
    private final Wording wording;
    private final Moment moment;

    Completions(
            Search search,
            Typing typing,
            Colleagues colleagues,
            Directory directory,
            Wording wording,
            Moment moment) {
        this.search = search;
        this.typing = typing;
        this.colleagues = colleagues;
        this.directory = directory;
        this.wording = wording;
        this.moment = moment;
    }

    /// One value, and what the box holds when it is chosen.
    ///
    /// @param typed the narrowing alone
    /// @param whole with what stands before it
    public record Completion(FacetName name, String typed, String whole) {}

    private record Value(String value, FacetName name) {}

    List<Completion> of(Viewer viewer, HalfTyped half) {
        return values(viewer, half)
                .filter(one -> !one.value.isEmpty() && one.value.indexOf('"') < 0)
                .map(one -> {
                    String narrowing = half.narrowing(one.value);
                    return new Completion(one.name, narrowing, half.before() + narrowing);
                })
                .toList();
    }

    private Stream<Value> values(Viewer viewer, HalfTyped half) {
        Facet facet = half.facet();
        String begun = half.value().replaceFirst("^@", "").strip();
        return switch (facet) {
            case KIND -> fixed(begun, facet, kinds());
            case TYPE -> fixed(begun, facet, Stream.concat(FacetName.TYPES.stream(), files()));
            case IS -> fixed(begun, facet, Trait.codes().stream());
            case HAS -> fixed(begun, facet, Facet.HELD.stream());
            case FILE -> fixed(begun, facet, files());
            case LANGUAGE ->
                    fixed(begun, facet, Arrays.stream(Language.values()).map(Language::code));
            case YEAR -> counted(viewer, half).filter(one -> one.value.startsWith(begun));
            case COMMUNITY, AUTHOR, TAG, PROFESSION, EMR ->
                    begun.isEmpty() ? counted(viewer, half) : called(viewer, facet, begun);
        };
    }

    private static Stream<String> kinds() {
        return Stream.of(
                        Arrays.stream(Kind.values()).map(Kind::code),
                        ResourceKind.codes().stream(),
                        Outcome.codes().stream(),
                        Stream.of("topic"))
                .flatMap(codes -> codes)
                .distinct();
    }

    private static Stream<String> files() {
        return HalfTyped.FILES.stream();
    }

    /// Whatever language somebody thinks in, she finds a value by the word for it.
    private Stream<Value> fixed(String begun, Facet facet, Stream<String> values) {
        Nearly meant = Nearly.to(begun);
        String small = begun.toLowerCase(Locale.ROOT);
        return values.filter(value -> meant.fits(words(facet, value)))
                .sorted(Comparator.comparing(value -> !value.startsWith(small)))
                .map(value -> new Value(value, name(facet, value)));
    }

    /// `type:` is typed before the ends of files, too.
    private static FacetName name(Facet facet, String value) {
        return FacetName.of(
                facet == Facet.TYPE && HalfTyped.FILES.contains(value) ? Facet.FILE : facet,
                value,
                value);
    }

    private String words(Facet facet, String value) {
        return Stream.concat(
                        Stream.of(value.replace('_', ' ')),
                        Arrays.stream(Language.values()).map(one -> name(facet, value, one)))
                .collect(Collectors.joining(" "));
    }

    private String name(Facet facet, String value, Language reader) {
        FacetName name = name(facet, value);
        if (facet == Facet.LANGUAGE) {
            return Locale.of(value).getDisplayLanguage(reader.locale());
        }
        return name.isKey() ? wording.text(reader.code(), name.text(), List.of()) : "";
    }

    private Stream<Value> called(Viewer viewer, Facet facet, String begun) {
        return switch (facet) {
            case COMMUNITY -> communities(viewer, begun);
            case AUTHOR -> people(viewer, begun);
            default ->
                    typing.tags(viewer, begun, MOST).stream()
                            .map(tag -> new Value(tag, new FacetName(tag, false)));
        };
    }

    private Stream<Value> communities(Viewer viewer, String begun) {
        var exactly = directory.called(viewer, begun, MOST);
        Nearly meant = Nearly.to(begun);
        var found =
                exactly.isEmpty() && meant.forgives()
                        ? directory.called(viewer, meant.sure(), MAYBE).stream()
                                .filter(one -> meant.fits(one.name()))
                                .toList()
                        : exactly;
        return found.stream().map(one -> new Value(one.slug(), new FacetName(one.name(), false)));
    }

    private Stream<Value> people(Viewer viewer, String begun) {
        if (!(viewer instanceof Viewer.SignedIn person)) {
            return Stream.empty();
        }
        var exactly = colleagues.named(person, begun, MOST);
        Nearly meant = Nearly.to(begun);
        var found =
                exactly.isEmpty() && meant.forgives()
                        ? colleagues.named(person, meant.sure(), MAYBE).stream()
                                .filter(one -> meant.fits(one.name() + " " + one.handle()))
                                .toList()
                        : exactly;
        return found.stream().map(one -> new Value(one.handle(), new FacetName(one.name(), false)));
    }

    /// What is found without this narrowing, by its values; without any words what was written
    /// lately.
    private Stream<Value> counted(Viewer viewer, HalfTyped half) {
        SearchRequest asked = SearchRequest.of(half.before()).with(Set.of(Extra.COUNTS)).limit(1);
        SearchRequest request =
                half.before().isBlank()
                        ? asked.between(
                                LocalDate.ofInstant(moment.now(), ZoneOffset.UTC).minusYears(1),
                                null)
                        : asked;
        return search
                .glance(viewer, request)
                .counts()
                .getOrDefault(half.facet(), List.of())
                .stream()
                .map(count ->
                        new Value(
                                count.value(),
                                FacetName.of(half.facet(), count.value(), count.name())));
    }
}
