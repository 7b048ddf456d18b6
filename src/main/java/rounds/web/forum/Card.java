package rounds.web.forum;

import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Post;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.web.Signboard;

import java.util.Locale;

/// What a public discussion says of itself to search engines and to previews of links.
///
/// @param description the beginning of its opening words, on one line
/// @param json a DiscussionForumPosting of schema.org, safe to stand inside a script element
public record Card(String description, String json) {
    private static final int SHORT = 200;
    private static final int LONG = 1_000;

    static Card of(DiscussionPage shown, Signboard site) {
        Discussion discussion = shown.discussion();
        String words =
                shown.posts().stream()
                        .filter(post -> post.opening() && !post.gone())
                        .findFirst()
                        .map(Card::words)
                        .orElse("");
        String url = site.baseUrl() + discussion.path();
        String json =
                """
                {"@context":"https://schema.org","@type":"DiscussionForumPosting","@id":%1$s,"url":%1$s,\
                "headline":%2$s,"text":%3$s,"inLanguage":%4$s,"datePublished":%5$s,"dateModified":%6$s,\
                "author":{"@type":"Person","name":%7$s},"commentCount":%8$d,\
                "interactionStatistic":{"@type":"InteractionCounter","interactionType":"https://schema.org/CommentAction",\
                "userInteractionCount":%8$d},"isPartOf":{"@type":"WebPage","name":%9$s,"url":%10$s}}\
                """
                        .formatted(
                                quoted(url),
                                quoted(discussion.title()),
                                quoted(cut(words, LONG)),
                                quoted(discussion.language()),
                                quoted(discussion.openedAt().toString()),
                                quoted(discussion.lastAt().toString()),
                                quoted(discussion.openedBy().name()),
                                discussion.replies(),
                                quoted(discussion.communityName()),
                                quoted(site.baseUrl() + "/c/" + discussion.communitySlug()));
        return new Card(cut(words, SHORT), json);
    }

    private static String words(Post post) {
        return new Html(post.html(), Markdown.VERSION).plainText().replaceAll("\\s+", " ").strip();
    }

    /// The beginning, to a word's end where there is one near.
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most);
        if (end <= most / 2) {
            end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        }
        return text.substring(0, end) + "…";
    }

    /// A JSON string without any character that HTML, or a script element, could take for its own.
    public static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars()
                .forEach(character -> {
                    if (character < ' '
                            || "\"\\<>&'\u2028\u2029".indexOf(character) >= 0
                            || Character.isSurrogate((char) character)) {
                        json.append(String.format(Locale.ROOT, "\\u%04x", character));
                    } else {
                        json.append((char) character);
                    }
                });
        return json.append('"').toString();
    }
}
