package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.platform.database.Ids;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link in the HTML of a summary that cites content of this site.
///
/// @param page of a document; null: the whole of it
/// @param words what stands in the link; null: what it is called stands there, which is nowhere
///   stored
public record Cited(ContentRef content, @Nullable Integer page, @Nullable String words) {
    private static final Map<String, ContentType> KINDS =
            Map.of(
                    "d", ContentType.DISCUSSION,
                    "p", ContentType.POST,
                    "r", ContentType.RESOURCE,
                    "cases", ContentType.CASE_STORY);

    private static final Pattern PAGE = Pattern.compile("[?&#;]page[=-](\\d{1,5})\\b");

    static @Nullable Cited of(MatchResult link) {
        ContentType type = KINDS.get(link.group(2));
        if (type == null || !Ids.isId(link.group(3))) {
            return null;
        }
        Matcher page = PAGE.matcher(link.group(4));
        return new Cited(
                new ContentRef(type, Ids.parse(link.group(3).toLowerCase(Locale.ROOT))),
                type == ContentType.RESOURCE && page.find()
                        ? (Integer) Math.max(1, Integer.parseInt(page.group(1)))
                        : null,
                link.group(1) == null ? link.group(5) : null);
    }

    /// Where it is read.
    public String path() {
        return Source.path(content, page);
    }
}
