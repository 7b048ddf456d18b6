package rounds.topics;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The parts of a community's list of topics, in their order.
public enum TopicPart {
    /// Members gather, or curators put it together.
    OPEN("open", "synthesising"),
    /// The most wanted first.
    PROPOSED("proposed"),
    PUBLISHED("published", "review"),
    ARCHIVED("archived"),
    /// Read by who proposed it and by those who could open it.
    NOT_OPENED("declined", "withdrawn");

    private final List<String> states;

    TopicPart(String... states) {
        this.states = List.of(states);
    }

    String[] states() {
        return states.toArray(String[]::new);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(TopicPart::code).toList();
    }

    /// @throws ProblemException invalid on `part`, for what is no such code
    public static TopicPart of(String code) {
        return Arrays.stream(values())
                .filter(part -> part.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "part", "topics.state.none-such", String.join(", ", codes())));
    }
}
