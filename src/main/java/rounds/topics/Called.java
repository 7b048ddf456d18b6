package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Titled;
import rounds.platform.database.Ids;
import rounds.platform.entry.Slug;

/// What content is called that a statement has read beside something else.
final class Called {

    /// @param title of a post, its discussion's
    /// @param number of a post in its discussion; null: it is none
    static Titled titled(
            ContentRef content,
            String title,
            @Nullable Integer number,
            @Nullable String kind,
            String language) {
        boolean reply = number != null && number > 1;
        return new Titled(
                content,
                reply ? title + " (" + number + ")" : title,
                path(content, title),
                reply ? null : kind,
                language);
    }

    private static String path(ContentRef content, String title) {
        String slug = Slug.of(title);
        String named = Ids.text(content.id()) + (slug.isEmpty() ? "" : "-" + slug);
        return switch (content.type()) {
            case POST -> "/p/" + Ids.text(content.id());
            case RESOURCE -> "/r/" + named;
            case CASE_STORY -> "/cases/" + named;
            default -> "/d/" + named;
        };
    }

    private Called() {}
}
