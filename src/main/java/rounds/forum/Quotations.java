package rounds.forum;

import rounds.platform.database.Ids;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Which posts a post quotes: their addresses stand in the last line of a quotation, as "Quote"
/// writes it.
final class Quotations {
    private static final Pattern QUOTATION =
            Pattern.compile("<blockquote>(.*?)</blockquote>", Pattern.DOTALL);
    private static final Pattern ADDRESS =
            Pattern.compile("<a [^>]*href=\"[^\"]{0,200}?/p/([0-9a-zA-Z]{13})[?\"]");

    /// @param html safe HTML
    static List<Long> in(String html) {
        return QUOTATION
                .matcher(html)
                .results()
                .flatMap(quotation -> ADDRESS.matcher(quotation.group(1)).results())
                .map(MatchResult::group)
                .map(Quotations::id)
                .distinct()
                .toList();
    }

    private static long id(String link) {
        var address = ADDRESS.matcher(link);
        return address.find() && Ids.isId(address.group(1)) ? Ids.parse(address.group(1)) : 0;
    }

    private Quotations() {}
}
