package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes people members: as the file says, and everybody where they wrote.
@Singleton
class MembershipWriter {
    private static final String MEMBER = "member";

    private final CommunityRepository communities;
    private final CommunityWriter homes;
    private final PersonWriter people;
    private final Rows rows;

    MembershipWriter(
            CommunityRepository communities,
            CommunityWriter homes,
            PersonWriter people,
            Rows rows) {
        this.communities = communities;
        this.homes = homes;
        this.people = people;
        this.rows = rows;
    }

    void write(List<Numbered<Line.Membership>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        var found =
                homes.find(
                        lines.stream()
                                .map(line -> line.line().community())
                                .collect(Collectors.toSet()));
        var persons =
                people.find(
                        lines.stream()
                                .map(line -> line.line().person())
                                .collect(Collectors.toSet()),
                        run);
        var byLine = new ArrayList<List<MembershipRow>>();
        for (Numbered<Line.Membership> numbered : lines) {
            Line.Membership membership = numbered.line();
            var community = found.get(membership.community());
            Long person = persons.get(membership.person());
            if (community == null) {
                outcome.wait(numbered.number(), "the community", membership.community());
            } else if (person == null) {
                outcome.wait(numbered.number(), "the person", membership.person());
            } else {
                byLine.add(rows(membership, community.id(), person));
            }
        }
        Set<Long> added = insert(byLine);
        for (List<MembershipRow> line : byLine) {
            // The same line again has the same ids: what was counted for the first is none of its.
            List<Long> own = line.stream().map(MembershipRow::id).toList();
            if (added.removeAll(own)) {
                outcome.memberships(1);
            } else {
                outcome.already(1);
            }
        }
    }

    /// What a file says twice is taken once.
    ///
    /// @return the ids of those that are new
    private Set<Long> insert(List<List<MembershipRow>> byLine) {
        var once = new LinkedHashMap<List<Object>, MembershipRow>();
        for (List<MembershipRow> line : byLine) {
            for (MembershipRow row : line) {
                once.putIfAbsent(
                        List.of(row.communityId(), row.personId(), row.role(), row.fromAt()), row);
            }
        }
        return once.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(
                        communities.insertMemberships(rows.json(List.copyOf(once.values()))));
    }

    private static List<MembershipRow> rows(
            Line.Membership membership, long community, long person) {
        // Being a member is what every other role rests on.
        Set<String> roles = new LinkedHashSet<>();
        roles.add(MEMBER);
        roles.addAll(membership.roles());
        List<MembershipRow> rows = new ArrayList<>();
        for (String role : roles) {
            long id = membership.mark() * 31 + role.hashCode();
            String until = membership.to() == null ? null : membership.to().toString();
            rows.add(
                    new MembershipRow(
                            id, community, person, role, membership.from().toString(), until));
        }
        return rows;
    }

    /// Everybody who wrote in a community belongs to it.
    ///
    /// @param firstPosts when each of them first wrote there, in this batch
    void join(Map<Run.Pair, Instant> firstPosts, Run run, Outcome outcome) {
        List<MembershipRow> unknown = new ArrayList<>();
        firstPosts.forEach((pair, time) -> {
            if (!run.members().contains(pair)) {
                unknown.add(
                        new MembershipRow(
                                Ids.next(),
                                pair.community(),
                                pair.person(),
                                MEMBER,
                                time.toString(),
                                null));
                outcome.member(pair);
            }
        });
        if (!unknown.isEmpty()) {
            communities.join(rows.json(unknown));
        }
    }
}
