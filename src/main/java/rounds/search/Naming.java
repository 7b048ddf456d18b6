package rounds.search;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.search.SearchRequest.Extra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the names and words of a question mean for the viewer of the running transaction.
final class Naming {
    /// Of more people than these one is told by another word of her name.
    private static final int MOST_CALLED = 20;

    /// Of more people than these a word of their names tells nothing.
    private static final int MOST_CALLED_SO = 100;

    /// In a question of more words than these nobody is called by her name.
    private static final int MOST_NAMES = 6;

    /// The newest so many discussions that hold something unseen are looked through.
    private static final int MOST_UNREAD = 1_000;

    private final Audiences audiences;
    private final Contents contents;

    Naming(Audiences audiences, Contents contents) {
        this.audiences = audiences;
        this.contents = contents;
    }

    /// What the names mean by which it is narrowed.
    Narrowings.Known known(Asked asked, SearchRequest request) {
        return new Narrowings.Known(
                audiences.communities(names(asked, request, Facet.COMMUNITY)),
                people(names(asked, request, Facet.AUTHOR)),
                authors(request),
                contents.merged(
                        names(asked, request, Facet.TAG).stream().map(IndexSchema::tag).toList()),
                request.within() == null ? List.of() : contents.within(request.within()),
                names(asked, request, Facet.IS).contains(Trait.UNREAD.code())
                        ? contents.unread(MOST_UNREAD)
                        : List.of());
    }

    private static Set<String> names(Asked asked, SearchRequest request, Facet facet) {
        var names = new LinkedHashSet<>(asked.named(facet));
        request.chosen(facet).stream().map(IndexSchema::lower).forEach(names::add);
        return names;
    }

    /// Whose names may be told of. Visitors are not told which people there are.
    private static Set<String> handles(Viewer viewer, Set<String> asked) {
        return viewer instanceof Viewer.SignedIn ? asked : Set.of();
    }

    /// What the words are short for, and who is called so.
    Meanings meanings(Asked asked, SearchRequest request) {
        if (request.wants(Extra.AS_TYPED)) {
            return Meanings.NONE;
        }
        List<String> words = List.copyOf(asked.words().keySet());
        List<Called> people =
                words.size() > MOST_NAMES
                        ? List.of()
                        : audiences.called(
                                words.stream().map(Meanings::folded).toList(), MOST_CALLED_SO);
        return Meanings.of(contents.meant(Meanings.spellings(words)), people);
    }

    private Map<Facet, Set<Long>> authors(SearchRequest request) {
        var authors = new EnumMap<Facet, Set<Long>>(Facet.class);
        for (Facet facet : Facet.OF_AUTHORS) {
            if (!request.chosen(facet).isEmpty()) {
                authors.put(facet, audiences.who(facet, request.chosen(facet)));
            }
        }
        return authors;
    }

    /// A handle is one person's; anything else may be a part of the names of several.
    private Map<String, List<Called>> people(Set<String> names) {
        var people = new HashMap<String, List<Called>>();
        audiences
                .people(names)
                .forEach((handle, id) -> people.put(handle, List.of(new Called(id, handle, ""))));
        for (String name : names) {
            people.computeIfAbsent(name, part -> audiences.called(part, MOST_CALLED));
        }
        return people;
    }

    /// What nothing can be found by: whoever and whatever the viewer does not know of, and days in
    /// the wrong order; and a name that several have, or a part of several names.
    List<Unclear> unclear(
            Viewer viewer, Asked asked, SearchRequest request, Narrowings.Known known) {
        var unclear = new ArrayList<Unclear>();
        for (String slug : names(asked, request, Facet.COMMUNITY)) {
            List<Called> called = known.communities().getOrDefault(slug, List.of());
            if (called.isEmpty()) {
                unclear.add(new Unclear(slug, "community", nearest(slug)));
            } else if (called.size() > 1) {
                unclear.add(new Unclear(slug, "communities", called));
            }
        }
        for (String handle : handles(viewer, names(asked, request, Facet.AUTHOR))) {
            List<Called> called = known.people().getOrDefault(handle, List.of());
            if (called.isEmpty()) {
                unclear.add(new Unclear(handle, "person"));
            } else if (called.size() > 1) {
                unclear.add(new Unclear(handle, "people", called));
            }
        }
        Asked.Narrowing typed = asked.narrowing();
        if (isReversed(typed.after(), typed.before())) {
            unclear.add(new Unclear(typed.after() + " – " + typed.before(), "reversed"));
        }
        if (isReversed(request.from(), request.to())) {
            unclear.add(new Unclear(request.from() + " – " + request.to(), "reversed"));
        }
        return unclear;
    }

    private List<Called> nearest(String community) {
        return audiences.communityNames().nearest(community).stream().toList();
    }

    private static boolean isReversed(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && first.isAfter(last);
    }
}
