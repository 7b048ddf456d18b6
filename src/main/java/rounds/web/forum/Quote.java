package rounds.web.forum;

import rounds.forum.Post;
import rounds.platform.database.Ids;

/// What a post said, as the beginning of an answer: its words as a quotation, and a line that leads
/// to it and to the version that was quoted.
final class Quote {

    static String of(Post post) {
        String words = post.body() == null ? "" : post.body().strip();
        String author = post.author() == null ? "" : post.author().name();
        return "> "
                + words.replace("\n", "\n> ")
                + "\n>\n> — [%s, %d](/p/%s?revision=%d)\n\n"
                        .formatted(
                                escaped(author),
                                post.number(),
                                Ids.text(post.id()),
                                post.revision());
    }

    // A name is no markup.
    private static String escaped(String name) {
        return name.replaceAll("([\\\\\\[\\]*_`<>])", "\\\\$1");
    }

    private Quote() {}
}
