package rounds.web.page;

import io.micronaut.http.HttpRequest;

import rounds.platform.database.Ids;

import java.net.URI;

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

    /// The path, with what else the address of the request asked for.
    public static URI with(String path, HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return URI.create(query == null ? path : path + "?" + query);
    }
}
