package rounds.interchange;

import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

/// A post's id and its words laid out: the names of footnotes hold the id.
record Body(long id, Html html) {

    /// Never refuses: words that were accepted elsewhere are shown as they were written at least.
    static Body of(Line.Post post, Markdown markdown) {
        long id = post.ownId() == null ? Ids.next() : post.ownId();
        return new Body(id, markdown.show(post.body(), "n" + Ids.text(id)));
    }
}
