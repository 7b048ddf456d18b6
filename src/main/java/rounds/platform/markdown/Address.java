package rounds.platform.markdown;

import org.jspecify.annotations.Nullable;

import java.net.IDN;
import java.util.regex.Pattern;

/// Where a link may lead: http, https, mailto, a path of our own, or a place in the same page.
///
/// @param href the address, its host in ASCII
/// @param lookalike the host in punycode where it has one, to be shown: letters of other scripts
///   pass for Latin ones; else null
record Address(String href, @Nullable String lookalike) {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9_.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    /// Null where it may not be a link. Strict on purpose: browsers drop tabs and line feeds inside
    /// an address, read `\` as `/`, decode `%` in hosts, and take what precedes `@` for a name.
    static @Nullable Address of(String destination) {
        String wanted = destination.strip();
        if (wanted.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        if (wanted.startsWith("#") || isOwnPath(wanted)) {
            return new Address(wanted, null);
        }
        if (startsWith(wanted, "mailto:")) {
            return new Address(wanted, null);
        }
        if (startsWith(wanted, "www.")) {
            return web("https://", wanted);
        }
        if (startsWith(wanted, "https://")) {
            return web("https://", wanted.substring(8));
        }
        return startsWith(wanted, "http://") ? web("http://", wanted.substring(7)) : null;
    }

    boolean isForeign() {
        return href.charAt(0) != '/' && href.charAt(0) != '#';
    }

    private static boolean isOwnPath(String wanted) {
        return wanted.startsWith("/") && !wanted.startsWith("//") && !wanted.startsWith("/\\");
    }

    private static boolean startsWith(String wanted, String lowerCase) {
        return wanted.regionMatches(true, 0, lowerCase, 0, lowerCase.length());
    }

    private static @Nullable Address web(String scheme, String rest) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = ascii(rest.substring(0, end));
        if (host == null || !HOST.matcher(host).matches()) {
            return null;
        }
        boolean lookalike = host.startsWith("xn--") || host.contains(".xn--");
        return new Address(scheme + host + rest.substring(end), lookalike ? host : null);
    }

    private static @Nullable String ascii(String host) {
        if (host.chars().allMatch(c -> c < 0x80)) {
            return host;
        }
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException notAHost) {
            return null;
        }
    }
}
