package rounds.web.page;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Turns a `Page` into HTML. A filter and not a body writer, because a page sets its own status and
/// cookies, and because trouble in a template then still ends in the page for trouble.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(1000)
final class PageFilter {
    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    private final Chrome chrome;

    PageFilter(Chrome chrome) {
        this.chrome = chrome;
    }

    @ResponseFilter
    void render(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.body() instanceof Page page) {
            byte[] html = chrome.render(page, request, response);
            if (page.status() != HttpStatus.OK) {
                response.status(page.status());
            }
            response.contentType(HTML).body(html);
        }
    }
}
