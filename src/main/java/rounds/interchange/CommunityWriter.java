package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Slugs;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes communities in. One whose address is taken gets the next that is free: two communities are
/// never made one, since other people may read the other.
@Singleton
class CommunityWriter {
    private static final int ROOM_FOR_A_NUMBER = 50;

    private final CommunityRepository communities;
    private final PersonWriter people;
    private final Rows rows;
    private final Changes changes;

    CommunityWriter(
            CommunityRepository communities, PersonWriter people, Rows rows, Changes changes) {
        this.communities = communities;
        this.people = people;
        this.rows = rows;
        this.changes = changes;
    }

    Map<String, CommunityRepository.Home> find(Collection<String> keys) {
        Map<String, CommunityRepository.Home> homes = new HashMap<>();
        for (var home : communities.find(keys.toArray(String[]::new), Found.ownIds(keys))) {
            homes.put(Ids.text(home.id()), home);
            if (home.sourceId() != null) {
                homes.put(home.sourceId(), home);
            }
        }
        return homes;
    }

    void write(List<Numbered<Line.Community>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Set<String> here = new HashSet<>(find(keys(lines)).keySet());
        Map<String, Long> founders = founders(lines, run);
        List<CommunityRow> fresh = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (Numbered<Line.Community> numbered : lines) {
            Line.Community community = numbered.line();
            boolean known =
                    here.contains(community.key())
                            || (community.ownId() != null
                                    && here.contains(Ids.text(community.ownId())));
            if (known) {
                outcome.already(1);
                continue;
            }
            here.add(community.key());
            fresh.add(row(community, founders.get(community.createdBy()), slugs));
        }
        insert(fresh);
        outcome.communities(fresh.size());
    }

    private CommunityRow row(Line.Community community, @Nullable Long founder, Set<String> given) {
        long id = community.ownId() == null ? Ids.next() : community.ownId();
        return new CommunityRow(
                id,
                community.conversation() ? "~" + id : freeSlug(community.slug(), given),
                community.name(),
                community.purpose(),
                community.audience(),
                community.visibility(),
                community.languages(),
                founder,
                community.created().toString(),
                community.reviewFirstPosts(),
                community.membersMayInvite(),
                community.conversation() ? "conversation" : "community",
                Found.sourceId(community.key(), id));
    }

    private String freeSlug(String wish, Set<String> given) {
        String base = wish.substring(0, Math.min(wish.length(), ROOM_FOR_A_NUMBER));
        Set<String> taken = new HashSet<>(communities.slugsFrom(base));
        for (int attempt = 1; ; attempt++) {
            String slug = attempt == 1 ? wish : Slugs.numbered(base, attempt);
            if (Slugs.isSlug(slug)
                    && !Slugs.isReserved(slug)
                    && !taken.contains(slug)
                    && given.add(slug)) {
                return slug;
            }
        }
    }

    private Map<String, Long> founders(List<Numbered<Line.Community>> lines, Run run) {
        Set<String> keys =
                lines.stream()
                        .map(line -> line.line().createdBy())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return people.find(keys, run);
    }

    private static Set<String> keys(List<Numbered<Line.Community>> lines) {
        return lines.stream()
                .map(Numbered::line)
                .flatMap(line ->
                        line.ownId() == null
                                ? Stream.of(line.key())
                                : Stream.of(line.key(), Ids.text(line.ownId())))
                .collect(Collectors.toSet());
    }

    private void insert(List<CommunityRow> fresh) {
        if (!fresh.isEmpty()) {
            communities.insert(rows.json(fresh));
            changes.appendAll(
                    fresh.stream()
                            .map(row -> new ContentRef(ContentType.COMMUNITY, row.id()))
                            .toList(),
                    What.CREATED);
        }
    }
}
