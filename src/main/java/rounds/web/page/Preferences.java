package rounds.web.page;

/// Names of the cookies that keep what somebody prefers on this device.
final class Preferences {
    static final String LANGUAGE = "lang";
    static final String LIGHT = "light";
    static final String KEYS = "keys";
    static final String ORDER = "order";

    private Preferences() {}
}
