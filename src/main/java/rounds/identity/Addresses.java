package rounds.identity;

import rounds.kernel.ProblemException;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// E-mail addresses: one plain address, never a list, a comment or a header.
public final class Addresses {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private Addresses() {}

    /// The address as it is kept: small letters, its host in ASCII.
    ///
    /// @throws ProblemException at the field `email`
    public static String clean(String address) {
        String clean = address.strip().toLowerCase(Locale.ROOT);
        int at = clean.lastIndexOf('@');
        if (at > 0 && clean.length() <= LONGEST) {
            String local = clean.substring(0, at);
            String domain = ascii(clean.substring(at + 1));
            if (LOCAL.matcher(local).matches()
                    && !local.startsWith(".")
                    && !local.endsWith(".")
                    && !local.contains("..")
                    && DOMAIN.matcher(domain).matches()
                    && local.length() + 1 + domain.length() <= LONGEST) {
                return local + "@" + domain;
            }
        }
        throw ProblemException.invalid("email", "identity.email.form");
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
