package rounds.web.api;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an edit was made from, as `ETag` and `If-Match` say it.
final class Revision {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /// @param current what counts when the request names none
    static int of(@Nullable String ifMatch, int current) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return current;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ProblemException.invalid("If-Match", "api.if-match");
        }
        return Integer.parseInt(tag.group(1));
    }

    /// The same, and it must be the current one: others have edited it since otherwise.
    static int held(@Nullable String ifMatch, int current) {
        int named = of(ifMatch, current);
        if (named != current) {
            throw new ProblemException(new Problem.Stale());
        }
        return named;
    }

    private Revision() {}
}
