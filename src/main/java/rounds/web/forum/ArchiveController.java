package rounds.web.forum;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.forum.Archive;
import rounds.kernel.Viewer;
import rounds.web.community.Rooms;
import rounds.web.page.Page;

/// A community's discussions by month.
@Controller("/c/{slug}/discussions/archive")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ArchiveController {
    private static final int ROWS = 50;

    private final Archive archive;
    private final Rooms rooms;

    ArchiveController(Archive archive, Rooms rooms) {
        this.archive = archive;
        this.rooms = rooms;
    }

    @Get
    Page months(String slug, @Nullable @QueryValue String before, Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "forum/archive",
                community ->
                        ArchivePage.of(community, archive.months(viewer, community.id(), before)));
    }

    @Get("/{month}")
    Page month(String slug, String month, @Nullable @QueryValue String after, Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "forum/archive",
                community ->
                        ArchivePage.of(
                                community,
                                month,
                                archive.in(viewer, community.id(), month, after, ROWS)));
    }
}
