package rounds.identity;

import rounds.kernel.ProblemException;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Handles: what stands after the `@`.
public final class Handles {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,28}[a-z0-9]");
    private static final int LONGEST = 30;
    private static final int SHORTEST = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Would be taken for the site's own voice.
    private static final Set<String> RESERVED =
            Stream.of(
                            "admin",
                            "administrator",
                            "moderator",
                            "moderators",
                            "support",
                            "help",
                            "security",
                            "system",
                            "root",
                            "staff",
                            "team",
                            "rounds",
                            "everyone",
                            "all",
                            "here",
                            "nobody",
                            "visitor",
                            "anonymous",
                            "postmaster",
                            "webmaster",
                            "info",
                            "official",
                            // All who hold a role, where a post names them.
                            "moderation",
                            "core-team",
                            "equipe-de-base",
                            "chairs",
                            "presidence",
                            "peer-champions",
                            "pairs-champions",
                            "relationship-managers",
                            "gestion-des-relations")
                    .map(Handles::shape)
                    .collect(Collectors.toUnmodifiableSet());

    private Handles() {}

    /// The handle as it is kept: small letters, without the `@`.
    ///
    /// @throws ProblemException at the field `handle`
    public static String clean(String handle) {
        String clean = handle.strip().toLowerCase(Locale.ROOT);
        clean = clean.startsWith("@") ? clean.substring(1) : clean;
        if (!FORM.matcher(clean).matches()) {
            throw ProblemException.invalid("handle", "identity.handle.form");
        }
        if (RESERVED.contains(shape(clean))) {
            throw ProblemException.invalid("handle", "identity.handle.taken");
        }
        return clean;
    }

    /// What a handle looks like at a glance (a skeleton as in UTS #39, for the characters a handle
    /// can have): two handles of one shape could be taken for each other.
    public static String shape(String handle) {
        return handle.replace(".", "")
                .replace("-", "")
                .replace("rn", "m")
                .replace("vv", "w")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l');
    }

    /// A handle made of a name, for somebody who does not care; the first try may be taken, the
    /// others are unlikely to be.
    static String from(String name, int attempt) {
        String ascii =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", ".")
                        .replaceAll("^\\.+|\\.+$", "");
        String base = ascii.length() < SHORTEST ? "member" : ascii;
        String end = attempt == 0 && base.equals(ascii) ? "" : "." + (100 + RANDOM.nextInt(99_900));
        String cut = base.substring(0, Math.min(base.length(), LONGEST - end.length()));
        return cut.replaceAll("\\.+$", "") + end;
    }
}
