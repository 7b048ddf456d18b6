package rounds.cases;

/// What has become of a story.
public enum CaseState {
    /// Its author's alone.
    DRAFT,
    /// Waits for its second reader.
    QUEUED,
    VISIBLE,
    /// Taken out by a moderator or by a report of patient data; can be restored.
    HIDDEN,
    /// Taken back by its author, for good.
    WITHDRAWN;

    public String code() {
        return Codes.of(this);
    }

    static CaseState of(String code) {
        return Codes.read(CaseState.class, "state", code);
    }
}
