package rounds.forum;

import rounds.platform.database.Ids;
import rounds.platform.entry.Slug;

/// Where discussions and posts are found on the site.
final class Addresses {

    static String discussion(long id, String title) {
        String slug = Slug.of(title);
        return "/d/" + Ids.text(id) + (slug.isEmpty() ? "" : "-" + slug);
    }

    /// The page of its discussion on which the post stands, and the post on it.
    static String post(long discussionId, String title, int number) {
        String discussion = discussion(discussionId, title);
        return number == 1 ? discussion : discussion + "?at=" + number + "#p" + number;
    }

    private Addresses() {}
}
