package rounds.web.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.cases.Cases;
import rounds.community.Capability;
import rounds.community.Communities;
import rounds.forum.Discussions;
import rounds.identity.People;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.notifications.Level;
import rounds.notifications.Watches;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;

/// How much the program's person wants to hear of what.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class WatchesApi {
    private final Watches watches;
    private final Discussions discussions;
    private final Library library;
    private final Cases cases;
    private final Communities communities;
    private final People people;

    WatchesApi(
            Watches watches,
            Discussions discussions,
            Library library,
            Cases cases,
            Communities communities,
            People people) {
        this.watches = watches;
        this.discussions = discussions;
        this.library = library;
        this.cases = cases;
        this.communities = communities;
        this.people = people;
    }

    /// @param level `every`, `replies`, `mentions`, `nothing`; absent: as usual
    @Serdeable
    record Watch(@Nullable String level) {
        @Nullable Level chosen() {
            return level == null ? null : Level.of(level);
        }
    }

    @Get("/discussions/{id}/watch")
    Watch discussion(String id, Viewer viewer) {
        long discussion = discussions.discussion(viewer.signedIn(), Ids.parse(id)).id();
        return shown(watches.ofDiscussion(viewer, discussion));
    }

    @Put("/discussions/{id}/watch")
    HttpResponse<?> watchDiscussion(String id, @Body Watch body, Viewer viewer) {
        watches.discussion(viewer.signedIn(), Ids.parse(id), body.chosen());
        return HttpResponse.noContent();
    }

    @Get("/resources/{id}/watch")
    Watch resource(String id, Viewer viewer) {
        long resource = library.resource(viewer.signedIn(), Ids.parse(id)).id();
        return shown(watches.followsResource(viewer, resource) ? Level.EVERY : null);
    }

    @Put("/resources/{id}/watch")
    HttpResponse<?> watchResource(String id, @Body Watch body, Viewer viewer) {
        watches.resource(viewer.signedIn(), Ids.parse(id), body.chosen());
        return HttpResponse.noContent();
    }

    @Get("/cases/{id}/watch")
    Watch story(String id, Viewer viewer) {
        long story = cases.story(viewer.signedIn(), Ids.parse(id)).id();
        return shown(watches.followsStory(viewer, story) ? Level.EVERY : null);
    }

    @Put("/cases/{id}/watch")
    HttpResponse<?> watchStory(String id, @Body Watch body, Viewer viewer) {
        watches.story(viewer.signedIn(), Ids.parse(id), body.chosen());
        return HttpResponse.noContent();
    }

    @Get("/communities/{slug}/watch")
    Watch community(String slug, Viewer viewer) {
        return shown(watches.ofCommunity(viewer, idOf(slug, viewer)));
    }

    @Put("/communities/{slug}/watch")
    HttpResponse<?> watchCommunity(String slug, @Body Watch body, Viewer viewer) {
        watches.community(viewer.signedIn(), slug, body.chosen());
        return HttpResponse.noContent();
    }

    @Get("/communities/{slug}/tags/{tag}/watch")
    Watch tag(String slug, String tag, Viewer viewer) {
        return shown(watches.ofTag(viewer, idOf(slug, viewer), Entry.tag(tag)));
    }

    @Put("/communities/{slug}/tags/{tag}/watch")
    HttpResponse<?> watchTag(String slug, String tag, @Body Watch body, Viewer viewer) {
        watches.tag(viewer.signedIn(), slug, Entry.tag(tag), body.chosen());
        return HttpResponse.noContent();
    }

    @Get("/people/{handle}/watch")
    Watch person(String handle, Viewer viewer) {
        return shown(watches.ofPerson(viewer, people.byHandle(viewer.signedIn(), handle).id()));
    }

    @Put("/people/{handle}/watch")
    HttpResponse<?> watchPerson(String handle, @Body Watch body, Viewer viewer) {
        watches.person(viewer.signedIn(), handle, body.chosen());
        return HttpResponse.noContent();
    }

    private long idOf(String slug, Viewer viewer) {
        return communities.bySlug(viewer.signedIn(), slug, Capability.READ).id();
    }

    private static Watch shown(@Nullable Level level) {
        return new Watch(level == null ? null : level.code());
    }
}
