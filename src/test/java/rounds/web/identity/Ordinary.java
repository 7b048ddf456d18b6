package rounds.web.identity;

/// A page without what differs each time it is asked for.
final class Ordinary {
    private Ordinary() {}

    static String of(String page) {
        return page.replaceAll("name=\"(csrf|submission)\" value=\"[^\"]*\"", "");
    }
}
