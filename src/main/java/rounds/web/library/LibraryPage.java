package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.ResourceKind;
import rounds.library.ResourceSummary;
import rounds.library.ShelfFilter;
import rounds.platform.database.Slice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A list of what a community's library holds.
public record LibraryPage(Community community, ShelfFilter filter, Slice<ResourceSummary> list) {

    public List<String> kinds() {
        return ResourceKind.codes();
    }

    /// The kind that is shown alone; empty where all are.
    public String kind() {
        return filter.kind() == null ? "" : filter.kind().code();
    }

    /// `newest`, `most_used` or `due`.
    public String order() {
        return filter.order().name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return "/c/" + community.slug() + "/library";
    }

    public @Nullable String next() {
        return list.next() == null
                ? null
                : path()
                        + "?order="
                        + order()
                        + (kind().isEmpty() ? "" : "&kind=" + kind())
                        + given("tag", filter.tag())
                        + given("language", filter.language())
                        + "&after="
                        + list.next();
    }

    private static String given(String name, @Nullable String value) {
        return value == null
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
