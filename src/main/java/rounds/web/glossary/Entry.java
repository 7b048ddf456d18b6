package rounds.web.glossary;

import org.jspecify.annotations.Nullable;

import rounds.glossary.Term;

import java.time.LocalDate;

/// A term as its page shows it.
///
/// @param counterpart the term that stands here under what the other language calls it
/// @param due whether it is to be looked at again
public record Entry(Term term, @Nullable Term counterpart, boolean due) {

    static Entry of(Term term, @Nullable Term counterpart, LocalDate today) {
        LocalDate on = term.reviewOn();
        return new Entry(term, counterpart, on != null && !on.isAfter(today));
    }
}
