package rounds.forum;

import jakarta.inject.Singleton;

import rounds.images.Images;
import rounds.kernel.ProblemException;
import rounds.platform.database.Ids;

import java.util.List;
import java.util.regex.Pattern;

/// The images of this site in a post, found in its safe HTML.
@Singleton
class Illustrations {
    /// In one post: more are an album.
    private static final int MOST = 50;

    private static final Pattern IMAGE = Pattern.compile("<img [^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("/images/([0-9a-z]{13})");

    private final Images images;

    Illustrations(Images images) {
        this.images = images;
    }

    /// @throws ProblemException invalid on `body`, where an image says nothing to those who do not
    ///   see it, or there are too many
    void requireWords(String html) {
        if (!areIn(html)) {
            return;
        }
        List<String> shown = shown(html);
        if (shown.size() > MOST) {
            throw ProblemException.invalid("body", "images.too-many", MOST);
        }
        long silent = shown.stream().filter(image -> !image.contains(" alt=\"")).count();
        if (silent > 0) {
            throw ProblemException.invalid("body", "images.undescribed", silent);
        }
    }

    /// In the transaction that writes the post.
    ///
    /// @param oldHtml what it said before
    void keep(long postId, String oldHtml, String html) {
        if (areIn(html) || areIn(oldHtml)) {
            images.show(postId, in(html));
        }
    }

    static List<Long> in(String html) {
        return shown(html).stream()
                .flatMap(image -> ADDRESS.matcher(image).results().limit(1))
                .map(address -> address.group(1))
                .filter(Ids::isId)
                .map(Ids::parse)
                .distinct()
                .toList();
    }

    private static List<String> shown(String html) {
        return IMAGE.matcher(html).results().map(found -> found.group()).toList();
    }

    private static boolean areIn(String html) {
        return html.contains("<img ");
    }
}
