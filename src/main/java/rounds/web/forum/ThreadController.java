package rounds.web.forum;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.forum.Arrangement;
import rounds.forum.Discussions;
import rounds.forum.Place;
import rounds.forum.Post;
import rounds.forum.PostInDiscussion;
import rounds.forum.Reading;
import rounds.forum.View;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Address;
import rounds.web.page.Order;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.net.URI;
import java.util.Optional;

/// Reading a discussion, and the short address of each post.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ThreadController {
    private final Discussions discussions;
    private final Arrangement arrangement;
    private final Reading reading;
    private final Threads threads;
    private final Pages pages;

    ThreadController(
            Discussions discussions,
            Arrangement arrangement,
            Reading reading,
            Threads threads,
            Pages pages) {
        this.arrangement = arrangement;
        this.discussions = discussions;
        this.reading = reading;
        this.threads = threads;
        this.pages = pages;
    }

    @Get("/d/{address}")
    HttpResponse<?> show(
            @PathVariable String address,
            @Nullable @QueryValue String view,
            @Nullable @QueryValue Integer at,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String before,
            Viewer viewer,
            HttpRequest<?> request) {
        var asked = new Address("/d/", address);
        Page page;
        try {
            page =
                    pages.show(
                            viewer,
                            "forum/thread",
                            () ->
                                    threads.page(
                                            viewer,
                                            asked.id(),
                                            view == null ? null : View.of(view),
                                            Order.of(request),
                                            Place.of(at, after, before)));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.NotFound) {
                return moved(viewer, asked.id(), at).orElseThrow(() -> refused);
            }
            throw refused;
        }
        var thread = (ThreadPage) page.page();
        if (thread.lacks(at)) {
            Optional<HttpResponse<?>> elsewhere = moved(viewer, asked.id(), at);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
        }
        String path = thread.discussion().path();
        return asked.isOf(path)
                ? HttpResponse.ok(page)
                : HttpResponse.redirect(Address.with(path, request));
    }

    /// Where this place is now, if it moved and the viewer reads it there.
    private Optional<HttpResponse<?>> moved(Viewer viewer, long id, @Nullable Integer at) {
        return arrangement
                .moved(viewer, id, at)
                .map(place -> HttpResponse.redirect(URI.create(place.path())));
    }

    /// @param revision which words were quoted: where the post has changed since, what changed is
    ///   shown to those who may see it
    @Get("/p/{id}")
    HttpResponse<?> post(String id, @Nullable @QueryValue Integer revision, Viewer viewer) {
        long post = Ids.parse(id);
        return HttpResponse.seeOther(
                URI.create(
                        reading.placeOfGone(viewer, post)
                                .orElseGet(() -> path(discussions.post(viewer, post), revision))));
    }

    private static String path(PostInDiscussion found, @Nullable Integer quoted) {
        int revision = quoted == null ? Integer.MAX_VALUE : Math.max(1, quoted);
        Post post = found.post();
        return post.may().revisions() && revision < post.revision()
                ? "/p/" + Ids.text(post.id()) + "/revisions?revision=" + (revision + 1)
                : found.path();
    }
}
