package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Discussions;
import rounds.forum.Kind;
import rounds.forum.Reading;
import rounds.forum.ReadingPlace;
import rounds.forum.Unread;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Where a person is in her reading, and what is new to her. Only her own.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReadingApi {
    private final Reading reading;
    private final Discussions discussions;
    private final Signboard site;
    private final Clock clock;

    ReadingApi(Reading reading, Discussions discussions, Signboard site, Clock clock) {
        this.reading = reading;
        this.discussions = discussions;
        this.site = site;
        this.clock = clock;
    }

    @Get("/discussions/{id}/place")
    PlaceJson place(String id, Viewer viewer) {
        return PlaceJson.of(discussions.discussion(viewer.signedIn(), Ids.parse(id)).place());
    }

    /// Posts she has seen, or the number from which on all is unread again.
    @Put("/discussions/{id}/place")
    PlaceJson move(String id, @Body Move body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long discussion = Ids.parse(id);
        if (body.unreadFrom() == null) {
            reading.see(person, discussion, body.seen() == null ? List.of() : body.seen());
        } else {
            reading.unreadFrom(person, discussion, body.unreadFrom());
        }
        return place(id, viewer);
    }

    /// All of a community is read.
    @Put("/communities/{slug}/seen")
    HttpResponse<?> seen(String slug, Viewer viewer) {
        reading.seeAll(viewer.signedIn(), slug, clock.instant());
        return HttpResponse.noContent();
    }

    /// Discussions in her communities that hold something new to her, the latest first.
    @Get("/unread")
    HttpResponse<Listed<DiscussionJson>> unread(
            @Nullable @QueryValue String community,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page =
                reading.unread(
                        viewer.signedIn(),
                        community,
                        kind == null ? null : Kind.of(kind),
                        after,
                        Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, row -> DiscussionJson.of(row, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// How many there are, by community and kind; counted up to 100 in each community.
    @Get("/unread/counts")
    Listed<CountJson> counts(Viewer viewer) {
        return new Listed<>(
                reading.counts(viewer.signedIn()).counts().stream().map(CountJson::of).toList(),
                null,
                null);
    }

    @Serdeable
    record Move(@Nullable List<Integer> seen, @Nullable Integer unreadFrom) {}

    /// @param unread how many posts are new; -1 where she has not opened it; absent where nobody
    ///   keeps it
    /// @param first the number of the first that she has not seen
    @Serdeable
    record PlaceJson(@Nullable Integer unread, @Nullable Integer first, @Nullable Instant since) {

        static PlaceJson of(ReadingPlace place) {
            return new PlaceJson(place.fresh(), place.first(), place.since());
        }
    }

    @Serdeable
    record CountJson(String community, String kind, int discussions) {

        static CountJson of(Unread.Count count) {
            return new CountJson(count.slug(), count.kind().code(), count.number());
        }
    }
}
