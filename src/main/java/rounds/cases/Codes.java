package rounds.cases;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Choices as they stand in the database, in addresses and in the API.
final class Codes {
    static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid on that field, for what is no such code
    static <E extends Enum<E>> E read(Class<E> choices, String field, String code) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> of(choice).equals(code))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(
                                field, "cases.choice.none-such", String.join(", ", all(choices))));
    }

    static List<String> all(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Codes::of).toList();
    }

    private Codes() {}
}
