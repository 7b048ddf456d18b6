package rounds.forum;

import rounds.kernel.ContentRef;
import rounds.platform.markdown.Html;

import java.util.List;

/// Words laid out, and what they point to.
///
/// @param named whom they name
/// @param links the content they lead to, each once
/// @param changed whether the words are others than before
record Pointed(Html html, List<NamedRow> named, List<ContentRef> links, boolean changed) {

    Pointed(Html html, List<NamedRow> named, List<ContentRef> links) {
        this(html, named, links, true);
    }

    /// The words of a post that stay what they are.
    static Pointed unchanged(PostRow post) {
        return new Pointed(new Html(post.html(), post.htmlVersion()), List.of(), List.of(), false);
    }

    boolean isPlain() {
        return named.isEmpty() && links.isEmpty();
    }
}
