package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.platform.settings.Settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a summary cites in its safe HTML: whichever way a link was written, it is an address
/// there.
@Singleton
public class Citing {
    /// Of one summary; what comes after them is a link all the same.
    static final int MOST = 1_000;

    private final Pattern link;

    Citing(Settings settings) {
        link =
                Pattern.compile(
                        "<a (class=\"to\" )?[^>]*?href=\"(?:"
                                + Pattern.quote(settings.baseUrl().toString())
                                + ")?/(d|p|r|cases)/([0-9a-zA-Z]{13})(?![0-9a-zA-Z])([^\"]*)\"[^>]*>(.*?)</a>",
                        Pattern.DOTALL);
    }

    /// Each once, in the order in which it is cited first.
    public List<Cited> in(String html) {
        var found = new LinkedHashMap<ContentRef, Cited>();
        Matcher matcher = link.matcher(html);
        while (matcher.find() && found.size() < MOST) {
            Cited one = Cited.of(matcher);
            if (one != null) {
                found.putIfAbsent(one.content(), one);
            }
        }
        return List.copyOf(found.values());
    }

    /// The HTML with something else in place of each citation.
    ///
    /// @param shown safe HTML; it gets what is cited
    public String replaced(String html, Function<Cited, String> shown) {
        return link.matcher(html)
                .replaceAll(found -> {
                    Cited one = Cited.of(found);
                    return Matcher.quoteReplacement(one == null ? found.group() : shown.apply(one));
                });
    }
}
