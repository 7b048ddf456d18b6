package rounds.kernel;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Everything that can go wrong on purpose. The web layer switches over this exhaustively; `why` is
/// a key of the theme's messages (or, where it holds a blank, the sentence itself), shown to the
/// person.
public sealed interface Problem {

    /// Not there, or not for this viewer to know of: the two look the same.
    record NotFound() implements Problem {}

    /// The viewer knows of it and may not do this.
    ///
    /// @param door path of the page where it can be asked for, if there is one
    record Forbidden(String why, @Nullable String door) implements Problem {
        public Forbidden(String why) {
            this(why, null);
        }
    }

    /// What was entered cannot be taken. The form comes back filled, with each reason at its field.
    record Invalid(List<Field> fields) implements Problem {
        public Invalid(String field, String why, Object... details) {
            this(List.of(new Field(field, why, List.of(details))));
        }
    }

    record Field(String name, String why, List<Object> details) {
        public Field(String name, String why, Object... details) {
            this(name, why, List.of(details));
        }
    }

    /// What a program sent could tell who a patient is.
    ///
    /// @param confirmation what says that exactly these passages were looked at, and tell nothing;
    ///   empty where nothing can say so: one of them is certain, or they are too many
    record Identifying(List<Passage> passages, String confirmation) implements Problem {}

    /// A passage that could tell who a patient is.
    ///
    /// @param field of the request
    /// @param kind of identifier, as its code
    /// @param certain whether it identifies somebody beyond doubt
    /// @param instead what may stand in its place, the best first
    record Passage(String field, String text, String kind, boolean certain, List<String> instead) {}

    /// It collides with what is there now.
    record Conflict(String why) implements Problem {}

    /// A program's condition on the state of things no longer holds (RFC 9110, 13.1.1).
    record Stale() implements Problem {}

    /// Too often; may be tried again after so many seconds.
    record TooMany(long retryAfterSeconds) implements Problem {}

    /// Only for people who have signed in.
    record SignInFirst() implements Problem {}

    /// The session was ended: signed out elsewhere, password changed, account suspended.
    record SessionEnded() implements Problem {}
}
