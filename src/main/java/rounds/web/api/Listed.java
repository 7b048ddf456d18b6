package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.database.Slice;
import rounds.web.Signboard;

import java.util.List;
import java.util.function.Function;

/// A page of a list.
///
/// @param next the cursor of the next page; absent on the last
/// @param total how many there are, where that is known without counting
@Serdeable
record Listed<T>(List<T> items, @Nullable String next, @Nullable Long total) {
    static final int DEFAULT_LIMIT = 20;
    static final int MOST = 100;

    /// How many are shown: what is asked for, up to the most.
    ///
    /// @throws ProblemException invalid, below one
    static int limit(@Nullable Integer asked) {
        if (asked != null && asked < 1) {
            throw ProblemException.invalid("limit", "api.limit", MOST);
        }
        return asked == null ? DEFAULT_LIMIT : Math.min(asked, MOST);
    }

    static <R, T> Listed<T> of(Slice<R> slice, Function<R, T> shown) {
        return new Listed<>(slice.items().stream().map(shown).toList(), slice.next(), null);
    }

    /// The page with the address of the next one in its `Link` header (RFC 8288).
    ///
    /// @param cursor the name of the query parameter that takes `next`
    static <T> HttpResponse<Listed<T>> answer(
            Listed<T> page, HttpRequest<?> request, Signboard site, String cursor) {
        MutableHttpResponse<Listed<T>> response = HttpResponse.ok(page);
        if (page.next() != null) {
            String next =
                    UriBuilder.of(request.getUri())
                            .replaceQueryParam(cursor, page.next())
                            .build()
                            .toString();
            response.header(HttpHeaders.LINK, "<" + site.baseUrl() + next + ">; rel=\"next\"");
        }
        return response;
    }
}
