package rounds.search;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may find what, as the database says at this moment. The list of public communities is the
/// same for everybody and changes seldom: it is read again only when its version has moved.
@Singleton
class Audiences {
    /// Of a site with more of them, those that come later by name are known by their slugs alone.
    private static final int MOST_COMMUNITIES = 2_000;

    private final AudienceRepository rows;
    private volatile PublicCommunities open = new PublicCommunities(-1, List.of());

    Audiences(AudienceRepository rows) {
        this.rows = rows;
    }

    /// Inside the viewer's transaction.
    ViewerAudience of(Viewer viewer) {
        List<AudienceRow> mine = rows.ofViewer();
        var reads = new ArrayList<Long>();
        var moderates = new ArrayList<Long>();
        for (AudienceRow row : mine) {
            if (row.communityId() != null) {
                reads.add(row.communityId());
                if (Objects.equals(row.moderates(), true)) {
                    moderates.add(row.communityId());
                }
            }
        }
        long version = mine.isEmpty() ? 0 : mine.getFirst().version();
        return ViewerAudience.of(openAt(version), viewer.personId(), reads, moderates);
    }

    private PublicCommunities openAt(long version) {
        PublicCommunities known = open;
        if (known.version() == version) {
            return known;
        }
        var fresh = new PublicCommunities(version, rows.publicNow());
        open = fresh;
        return fresh;
    }

    /// The communities that are meant by these, of those that the viewer may know of: one by its
    /// slug, or any by a part of its name.
    Map<String, List<Called>> communities(Collection<String> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var meant = new HashMap<String, List<Called>>();
        byName(rows.communities(asked.toArray(String[]::new)))
                .forEach((slug, id) -> meant.put(slug, List.of(new Called(id, slug, ""))));
        if (meant.size() < Set.copyOf(asked).size()) {
            CommunityNames names = communityNames();
            asked.forEach(one -> meant.computeIfAbsent(one, names::meant));
        }
        return meant;
    }

    /// What the viewer may know by name.
    CommunityNames communityNames() {
        return new CommunityNames(rows.communities(MOST_COMMUNITIES));
    }

    Map<String, Long> people(Collection<String> handles) {
        if (handles.isEmpty()) {
            return Map.of();
        }
        return byName(rows.people(handles.toArray(String[]::new)));
    }

    /// By a part of a name; at most so many.
    List<Called> called(String words, int limit) {
        return words.chars().anyMatch(Character::isLetterOrDigit)
                ? rows.called(words, limit)
                : List.of();
    }

    /// By any of these words, each of which may begin one of a name; at most so many of each.
    List<Called> called(List<String> words, int limit) {
        return words.isEmpty() ? List.of() : rows.calledAny(words.toArray(String[]::new), limit);
    }

    /// Those of these communities that the viewer may know of, by slug and name.
    List<Called> communitiesById(List<Long> ids) {
        return ids.isEmpty() ? List.of() : rows.communitiesById(ids.toArray(Long[]::new));
    }

    List<Called> peopleById(List<Long> ids) {
        return ids.isEmpty() ? List.of() : rows.peopleById(ids.toArray(Long[]::new));
    }

    List<AuthorRow> authors(List<Long> ids) {
        return ids.isEmpty() ? List.of() : rows.authors(ids.toArray(Long[]::new));
    }

    /// The authors of whom one of these holds.
    Set<Long> who(Facet facet, Collection<String> values) {
        var who = new HashSet<Long>();
        for (String value : values) {
            rows.who(facet.code(), value).forEach(one -> who.add(one.id()));
        }
        return who;
    }

    private static Map<String, Long> byName(List<Named> named) {
        return named.stream().collect(Collectors.toMap(Named::name, Named::id));
    }
}
