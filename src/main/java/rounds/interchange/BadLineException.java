package rounds.interchange;

/// A line that cannot be taken.
final class BadLineException extends RuntimeException {
    private final String reason;

    /// @param reason as the person who imports reads it, behind the line's number
    BadLineException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
