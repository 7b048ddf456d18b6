package rounds.forum;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.platform.database.Ids;
import rounds.platform.settings.Settings;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The content of this site to which a text leads, found in its safe HTML: whichever way a link was
/// written, it is an address there.
@Singleton
final class Links {
    /// The beginning of the path of each type of content that can be linked to.
    static final Map<String, ContentType> KINDS =
            Map.of(
                    "d", ContentType.DISCUSSION,
                    "p", ContentType.POST,
                    "r", ContentType.RESOURCE,
                    "cases", ContentType.CASE_STORY,
                    "focus", ContentType.TOPIC);

    /// How some begin where they are typed: with one letter.
    private static final Map<String, String> SIGNS = Map.of("c", "cases", "t", "focus");

    /// Of one text; what comes after them is a link all the same, and is shown nowhere else.
    private static final int MOST = 100;

    private final Pattern own;

    Links(Settings settings) {
        own =
                Pattern.compile(
                        "<a [^>]*?href=\"(?:"
                                + Pattern.quote(settings.baseUrl().toString())
                                + ")?/(d|p|r|cases|focus)/([0-9a-zA-Z]{13})(?![0-9a-zA-Z])");
    }

    List<ContentRef> in(String html) {
        if (KINDS.keySet().stream().noneMatch(kind -> html.contains("/" + kind + "/"))) {
            return List.of();
        }
        return own.matcher(html)
                .results()
                .filter(found -> Ids.isId(found.group(2)))
                .map(found -> ref(found.group(1), found.group(2)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    static ContentRef ref(String kind, String id) {
        ContentType type = KINDS.get(SIGNS.getOrDefault(kind, kind));
        if (type == null) {
            throw new IllegalArgumentException("No content has this path: " + kind);
        }
        return new ContentRef(type, Ids.parse(id));
    }

    static boolean areUnfilledIn(String html) {
        return html.contains("class=\"to\"");
    }

    private static final Pattern UNFILLED =
            Pattern.compile(
                    "<a class=\"to\" href=\"/(d|p|r|cases|focus)/([0-9a-z]{13})\">[^<]*</a>");

    // Without words of their own, and cut off where a text is.
    private static final Pattern TYPED =
            Pattern.compile(
                    "\\[\\[([dprct]):([0-9A-Za-z]{13})(?:\\\\?\\|([^\\[\\]\\n|]{0,200}))?]]|\\[\\[[dprct]:[^\\[\\]\\n]{0,220}$");

    /// The links in a text as somebody types them: kind, id, and words of its own; without a kind,
    /// the first part of one at the end.
    static Matcher typed(String text) {
        return TYPED.matcher(text);
    }

    /// The links in it whose words are to be filled in.
    static Matcher unfilled(String html) {
        return UNFILLED.matcher(html);
    }
}
