package rounds.web.page;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form as it is shown: what stands in its fields and, after a refusal, what is wrong with them.
/// Templates ask it with the filters `value`, `values`, `chosen` and `error`.
public record Filled(Form form, List<Problem.Field> problems) {

    // A form refused for the character zero is drawn again all the same.
    public Filled {
        form = form.withoutZeros();
    }

    /// A form that nobody has filled yet.
    public static Filled empty() {
        return new Filled(Form.EMPTY, List.of());
    }

    /// A form that starts with what is there now.
    public static Filled with(Map<String, String> values) {
        var fields = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> fields.put(name, List.of(value)));
        return new Filled(new Form(fields), List.of());
    }

    /// The words that were entered, shown again without a reproach: for a preview.
    public static Filled of(Form form) {
        return new Filled(form, List.of());
    }

    /// The words that were refused, with the reasons.
    ///
    /// @throws ProblemException the same again, if it is not about what was entered
    public static Filled refused(Form form, ProblemException refused) {
        if (refused.problem() instanceof Problem.Invalid invalid) {
            return new Filled(form, invalid.fields());
        }
        throw refused;
    }

    /// The words that were entered, with what could tell who a patient is: whoever wrote them says
    /// it more broadly, or says that she has looked.
    public static Filled asking(Form form) {
        return new Filled(
                form.without(Identified.LOOKED),
                List.of(new Problem.Field(Identified.LOOKED, "identifiers.ask")));
    }

    /// The same where nobody is asked: with what can never be sent, and nothing else.
    static Filled refusing(Form form) {
        return new Filled(
                form.without(Identified.LOOKED),
                List.of(new Problem.Field(Identified.LOOKED, "identifiers.never")));
    }

    /// The passages that are asked about, the first of them; none where nothing is asked.
    public List<Identified> asked() {
        return found().stream().limit(Identified.MOST).toList();
    }

    /// How many there are besides.
    public int askedMore() {
        return Math.max(0, found().size() - Identified.MOST);
    }

    /// What says that exactly these were looked at; empty where one of them can never be sent, or
    /// where they are too many to be shown.
    public String looked() {
        return Identified.looked(found());
    }

    /// Whether the last passage that was asked about was said more broadly just now: nothing was
    /// sent.
    public boolean isWidened() {
        return form.flag(Identified.WIDEN) && problems.isEmpty();
    }

    private List<Identified> found() {
        Problem.Field asked = problem(Identified.LOOKED);
        if (asked == null) {
            return List.of();
        }
        boolean all = asked.why().equals("identifiers.ask");
        return Identified.in(form).stream().filter(one -> all || one.first().certain()).toList();
    }

    public boolean isRefused() {
        return !problems.isEmpty();
    }

    Problem.@Nullable Field problem(String name) {
        return problems.stream()
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
