package rounds.web.live;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

/// The stream of an open page (server-sent events): a signed-in reader learns that something has
/// happened in the discussion before her, and how many things she is told of.
@Controller("/live")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LiveController {
    private final OpenPages pages;
    private final Pulses pulses;
    private final Bells bells;

    LiveController(OpenPages pages, Pulses pulses, Bells bells) {
        this.pages = pages;
        this.pulses = pulses;
        this.bells = bells;
    }

    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<Object>> open(
            @Nullable @QueryValue String d,
            @QueryValue(defaultValue = "en") String lang,
            Viewer viewer) {
        var page =
                new OpenPage(
                        viewer.signedIn(),
                        d == null ? OpenPage.NONE : Ids.parse(d),
                        lang.equals("fr") ? "fr" : "en");
        // Heard before it is asked how things stand, so that nothing falls between the two.
        pages.add(page);
        try {
            if (page.isOfDiscussion()) {
                page.tell(pulses.first(page));
            }
            page.ring(bells.of(page));
        } catch (RuntimeException refused) {
            pages.remove(page);
            throw refused;
        }
        return page.events().doFinally(_ -> pages.remove(page));
    }
}
