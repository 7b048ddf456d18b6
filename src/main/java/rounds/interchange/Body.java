package rounds.interchange;

import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.markdown.Names;

import java.util.List;

/// A post's id and its words laid out: the names of footnotes hold the id.
///
/// @param names whom it may name, at most [#MOST_NAMES]
record Body(long id, Html html, List<String> names) {
    private static final int MOST_NAMES = 20;

    /// Never refuses: words that were accepted elsewhere are shown as they were written at least.
    static Body of(Line.Post post, Markdown markdown) {
        long id = post.ownId() == null ? Ids.next() : post.ownId();
        Names names = Names.none();
        Html html = markdown.show(post.body(), "n" + Ids.text(id), names);
        return new Body(id, html, names.found().stream().limit(MOST_NAMES).toList());
    }

    /// Of what points to people or content the background job makes the rest, once all of the file
    /// is here: it is stored as an older renderer's.
    int version() {
        boolean points =
                !names.isEmpty() || html.value().contains("/d/") || html.value().contains("/p/");
        return points ? Math.max(Markdown.SAFE_VERSION, html.version() - 1) : html.version();
    }
}
