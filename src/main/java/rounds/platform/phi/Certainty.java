package rounds.platform.phi;

/// How sure the check is, and so what a page does with it.
public enum Certainty {
    /// Told by the command only: most of these are harmless.
    POSSIBLE,
    /// To be asked about before the text is sent.
    LIKELY,
    /// Never to be sent: a health-card number.
    CERTAIN;

    /// As the command `phi` writes it.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
