package rounds.platform.settings;

/// Rounds cannot start, or a command cannot run, for a reason its keeper can mend. The message is
/// one sentence that names what to change; it is printed alone, without a stack trace.
public final class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause, false, false);
    }
}
