package rounds.web.api;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.web.page.Form;
import rounds.web.page.Identified;

import java.util.List;
import java.util.function.BooleanSupplier;

/// What a program sends for others to read. It is asked about what could tell who a patient is, as
/// a person is who sends the same by a form.
///
/// @param form the words, by the names of their fields
record Sent(Form form) {

    /// @param identified what says that the passages were looked at; null: nobody says so
    static Sent saying(@Nullable String identified) {
        return new Sent(Form.EMPTY).with(Identified.LOOKED, identified);
    }

    Sent with(String field, @Nullable String words) {
        return words == null ? this : new Sent(form.with(field, words));
    }

    /// Words of which each is a name for itself.
    Sent with(String field, @Nullable List<String> words) {
        return words == null ? this : with(field, String.join("\n", words));
    }

    Sent with(@Nullable PollAsked poll) {
        return poll == null
                ? this
                : with("poll-question", poll.question()).with("poll-options", poll.options());
    }

    /// @param wanted whether likely passages are asked about where they are to stand
    /// @throws ProblemException identifying
    void ask(BooleanSupplier wanted) {
        Identified.require(form, wanted);
    }
}
