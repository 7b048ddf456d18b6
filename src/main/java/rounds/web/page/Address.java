package rounds.web.page;

import io.micronaut.http.HttpRequest;

import rounds.platform.database.Ids;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The part of an address that names a piece of content: its id, and for people a slug behind it.
/// The id decides.
///
/// @param before what stands before it: `/d/`, `/r/`
/// @param text as it stands in the address
public record Address(String before, String text) {
    private static final int ID_LENGTH = 13;

    /// @throws rounds.kernel.ProblemException not found, for what is no id
    public long id() {
        return Ids.parse(
                text.length() > ID_LENGTH && text.charAt(ID_LENGTH) == '-'
                        ? text.substring(0, ID_LENGTH)
                        : text);
    }

    /// Whether this is the content's one address; any other slug leads there.
    public boolean isOf(String path) {
        return path.equals(before + text);
    }

    /// The path of something that was found, with what is marked there.
    ///
    /// @param path maybe with a query and a fragment
    static String marking(String path, String words) {
        if (words.isEmpty()) {
            return path;
        }
        int end = path.indexOf('#') < 0 ? path.length() : path.indexOf('#');
        return path.substring(0, end)
                + (path.indexOf('?') < 0 ? "?marks=" : "&marks=")
                + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + path.substring(end);
    }

    /// The path, with what else the address of the request asked for.
    public static URI with(String path, HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return URI.create(query == null ? path : path + "?" + query);
    }
}
