package rounds.platform.documents;

/// A file that is not taken, and why.
public final class RefusedDocument extends Exception {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RefusedDocument(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
