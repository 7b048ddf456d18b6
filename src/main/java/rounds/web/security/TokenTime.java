package rounds.web.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a token says that it ends. Not a proof of anything: only a reason to fetch a new one before
/// the framework looks at it properly.
final class TokenTime {
    private static final Pattern END = Pattern.compile("\"exp\":(\\d{1,12})[,}]");

    private TokenTime() {}

    static boolean isAlive(String token, Instant now) {
        int from = token.indexOf('.') + 1;
        int to = token.indexOf('.', from);
        if (from == 0 || to < 0) {
            return false;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.substring(from, to));
            Matcher end = END.matcher(new String(claims, StandardCharsets.UTF_8));
            return end.find() && now.getEpochSecond() < Long.parseLong(end.group(1));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
