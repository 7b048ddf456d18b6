package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Aspect;
import rounds.community.Community;
import rounds.community.Member;
import rounds.community.MemberFilter;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The members of a community.
///
/// @param filter by which they were looked for
/// @param aspects to choose by: what members say of themselves
/// @param next the address of the next page, or null on the last
public record MembersPage(
        Community community,
        MemberFilter filter,
        List<Aspect> aspects,
        List<Member> members,
        @Nullable String next) {
    static final List<String> ASPECTS =
            List.of("profession", "organisation", "place", "expertise", "emr");

    /// One thing to choose by, or that was chosen.
    ///
    /// @param href where it leads: to the list with it, or without it
    public record Chip(String aspect, String word, String href) {}

    /// What is chosen now; each leads to the list without it.
    public List<Chip> chosen() {
        return ASPECTS.stream()
                .filter(aspect -> !said(aspect).isEmpty())
                .map(aspect -> new Chip(aspect, said(aspect), address(aspect, "")))
                .toList();
    }

    /// The kinds of what can be chosen yet, in their order.
    public List<String> open() {
        return ASPECTS.stream()
                .filter(aspect -> said(aspect).isEmpty())
                .filter(aspect -> aspects.stream().anyMatch(one -> one.aspect().equals(aspect)))
                .toList();
    }

    /// What can be chosen; each leads to the list with it.
    public List<Chip> chips() {
        return aspects.stream()
                .filter(one -> said(one.aspect()).isEmpty())
                .map(one -> new Chip(one.aspect(), one.word(), address(one.aspect(), one.word())))
                .toList();
    }

    private String said(String aspect) {
        return Objects.requireNonNull(
                Map.of(
                                "profession", filter.profession(),
                                "organisation", filter.organisation(),
                                "place", filter.place(),
                                "expertise", filter.expertise(),
                                "emr", filter.emr())
                        .get(aspect));
    }

    private String address(String aspect, String word) {
        return Entries.address(
                community.path() + "/members",
                Stream.concat(
                                Stream.of(query(filter))
                                        .filter(pair -> !pair[0].equals(aspect))
                                        .flatMap(Stream::of),
                                Stream.of(aspect, word))
                        .toArray(String[]::new));
    }

    static String[][] query(MemberFilter filter) {
        return new String[][] {
            {"q", filter.words()},
            {"role", filter.role()},
            {"profession", filter.profession()},
            {"organisation", filter.organisation()},
            {"place", filter.place()},
            {"expertise", filter.expertise()},
            {"emr", filter.emr()},
            {"since", filter.since() == null ? "" : filter.since().toString()},
        };
    }
}
