package rounds.platform.documents;

import java.util.Locale;

/// Why a file is not taken. Its message is `document.refused.<code>`.
public enum Refusal {
    /// None of the types that are shared.
    TYPE,
    /// Its name says something else than what is in it, or it is two things at once.
    MISMATCH,
    /// It carries macros.
    MACRO,
    /// It would run a script, start a program or fetch a piece of itself when it is opened, or
    /// carries a program.
    SCRIPT,
    /// It opens only with a password.
    ENCRYPTED,
    /// It would unfold to far more than it is, as a picture of too many points does, or has
    /// entities, which may, or fetch what is elsewhere.
    BOMB,
    /// It is broken, cut off, or not made as its type demands.
    DAMAGED,
    /// The file that virus scanners are tested with; they would take it for a virus.
    TEST_VIRUS,
    /// The virus scanner knows it.
    INFECTED,
    /// The virus scanner does not answer: nothing is taken unseen.
    UNSCANNED,
    EMPTY,
    /// More than [Documents#MOST_BYTES].
    TOO_LARGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
