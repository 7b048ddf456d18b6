package rounds.platform.database;

/// More is asked at once than the database can answer in time. The edge answers 503 and when to
/// come again.
public final class OverloadedException extends RuntimeException {
    public OverloadedException() {
        super("More requests than the database answers in time.", null, false, false);
    }
}
