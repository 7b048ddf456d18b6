package rounds.platform.entry;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Gathers what is wrong with a form, so that it is refused once and not field by field.
public final class Wrong {
    private final List<Problem.Field> fields = new ArrayList<>();

    /// What the check makes of a field; where it refuses, that is kept and the other is given.
    public <T extends @Nullable Object> T or(Supplier<T> check, T otherwise) {
        try {
            return check.get();
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                fields.addAll(invalid.fields());
                return otherwise;
            }
            throw refused;
        }
    }

    /// @throws ProblemException invalid, if anything was refused
    public void refuse() {
        if (!fields.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(List.copyOf(fields)));
        }
    }
}
