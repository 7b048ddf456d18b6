package rounds.web.page;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.order.Step;

/// The fields of the forms in which something is moved in an order.
public final class Stepping {

    /// Where something is moved: by a button `up`, `down`, `top`, or `place` with the number in
    /// that field; by drag `before` or `after` what is named in `beside`.
    public static Step step(Form form) {
        return switch (form.line("to")) {
            case "up" -> new Step.Up();
            case "down" -> new Step.Down();
            case "top" -> new Step.To(1);
            case "place" -> new Step.To(place(form));
            case "before" -> new Step.Before(form.id("beside"));
            case "after" -> new Step.After(form.id("beside"));
            default -> throw ProblemException.invalid("to", "form.malformed");
        };
    }

    private static int place(Form form) {
        Integer place = number(form, "place");
        if (place == null) {
            throw ProblemException.invalid("place", "form.malformed");
        }
        return place;
    }

    /// A number that the form carries; absent where it is none.
    public static @Nullable Integer number(Form form, String name) {
        String given = form.line(name);
        return given.matches("\\d{1,9}") ? Integer.valueOf(given) : null;
    }

    private Stepping() {}
}
