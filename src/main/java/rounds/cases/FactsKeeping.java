package rounds.cases;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.Moment;
import rounds.platform.entry.Tongue;

import java.util.List;

/// Stores the facts of a story.
@Singleton
final class FactsKeeping {
    private final CaseRepository rows;
    private final Moment moment;

    FactsKeeping(CaseRepository rows, Moment moment) {
        this.rows = rows;
        this.moment = moment;
    }

    /// @param heard words by which the language is told where nobody said it
    /// @return false when it is at another revision, or another state
    boolean keep(CaseRow row, int revision, Facts facts, String heard) {
        return rows.describe(
                        row.id(),
                        row.state(),
                        revision,
                        facts.title(),
                        facts.language().isEmpty()
                                ? Tongue.of(facts.title() + "\n" + heard, row.language())
                                : facts.language(),
                        code(facts.outcome()),
                        code(facts.setting()),
                        facts.practice(),
                        array(facts.conditions()),
                        array(facts.tags()),
                        array(facts.learning()),
                        array(facts.tookPart().stream().map(Participant::who).toList()),
                        array(facts.tookPart().stream().map(one -> one.how().code()).toList()),
                        facts.led(),
                        code(facts.patientView()),
                        facts.patientWords(),
                        facts.named(),
                        facts.membersOnly(),
                        moment.now())
                == 1;
    }

    private static @Nullable String code(@Nullable Enum<?> choice) {
        return choice == null ? null : Codes.of(choice);
    }

    private static String[] array(List<String> lines) {
        return lines.toArray(String[]::new);
    }
}
