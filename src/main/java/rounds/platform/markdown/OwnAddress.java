package rounds.platform.markdown;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address of content of this site, without the words behind its id. They come from a title, and
/// whoever pasted the address need not know that the title was changed, or withdrawn, since.
///
/// @param before the site, where it was written with it; else empty
/// @param path where the content is, without words
/// @param rest what follows: a place in it; may be empty
record OwnAddress(String before, String path, String rest) {
    private static final Pattern FORM =
            Pattern.compile("/(d|p|r|cases)/([0-9A-Za-z]{13})(?:-[^/?#]*)?((?:[/?#].*)?)");

    /// Null where it leads anywhere else.
    ///
    /// @param site the address of this one; empty: not known
    static @Nullable OwnAddress of(String href, String site) {
        boolean whole = !site.isEmpty() && href.startsWith(site + "/");
        Matcher form = FORM.matcher(whole ? href.substring(site.length()) : href);
        return form.matches() && Ids.isId(form.group(2))
                ? new OwnAddress(
                        whole ? site : "",
                        "/" + form.group(1) + "/" + form.group(2).toLowerCase(Locale.ROOT),
                        form.group(3))
                : null;
    }

    String href() {
        return before + path + rest;
    }
}
