package rounds.interchange;

import rounds.community.Reason;
import rounds.community.Role;
import rounds.community.Visibility;
import rounds.forum.Gone;
import rounds.forum.Kind;
import rounds.forum.PollKind;
import rounds.forum.PollResults;
import rounds.forum.Progress;
import rounds.forum.Reaction;
import rounds.forum.Tried;
import rounds.kernel.State;
import rounds.library.Licence;
import rounds.library.ResourceKind;
import rounds.notifications.Level;
import rounds.search.Facet;
import rounds.search.SearchRequest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The codes that a file may say, as the features know them.
final class Codes {
    static final Set<String> VISIBILITIES = of(Visibility.values(), Visibility::code);
    static final Set<String> STATES = of(State.values(), State::code);
    static final Set<String> KINDS = of(Kind.values(), Kind::code);
    static final Set<String> PROGRESS = of(Progress.values(), Progress::code);
    static final Set<String> REACTIONS = of(Reaction.values(), Reaction::code);
    static final Set<String> OUTCOMES = of(Tried.values(), Tried::code);
    static final Set<String> LEVELS = of(Level.values(), level -> level.code());
    static final Set<String> POLL_KINDS = of(PollKind.values(), PollKind::code);
    static final Set<String> POLL_RESULTS = of(PollResults.values(), PollResults::code);

    static final Set<String> FACETS = of(Facet.values(), Facet::code);
    static final Set<String> ORDERS =
            of(SearchRequest.Order.values(), order -> order.name().toLowerCase(Locale.ROOT));

    static final Set<String> RESOURCES = Set.copyOf(ResourceKind.codes());
    static final Set<String> LICENCES = Set.copyOf(Licence.codes());

    /// Why a post is hidden or deleted.
    static final Set<String> REASONS =
            Stream.concat(
                            Arrays.stream(Reason.values()).map(Reason::code),
                            Arrays.stream(Gone.values()).map(Gone::code))
                    .collect(Collectors.toUnmodifiableSet());

    /// Those that a membership can have.
    static final Set<String> ROLES =
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.VISITOR && role != Role.PERSON)
                    .map(Role::code)
                    .collect(Collectors.toUnmodifiableSet());

    private static <E> Set<String> of(E[] all, Function<E, String> code) {
        return Arrays.stream(all).map(code).collect(Collectors.toUnmodifiableSet());
    }

    private Codes() {}
}
