package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;

/// Where somebody goes back to after signing in or switching the language: a path of this site,
/// whatever an address or a form may claim.
public final class ReturnPath {
    private static final String HOME = "/";
    private static final int LONGEST = 2000;

    private ReturnPath() {}

    /// That path if it is one of ours, else the home page.
    public static String of(@Nullable String next) {
        return next != null && ours(next) ? next : HOME;
    }

    // `//host`, `/\host` and control characters would lead a browser elsewhere.
    private static boolean ours(String next) {
        return next.startsWith("/")
                && next.length() <= LONGEST
                && !next.startsWith("//")
                && next.chars()
                        .allMatch(character ->
                                character > ' ' && character < 127 && character != '\\')
                && isAddress(next);
    }

    private static boolean isAddress(String next) {
        try {
            return new URI(next).getHost() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
