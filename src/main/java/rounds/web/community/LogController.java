package rounds.web.community;

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
import rounds.community.Community;
import rounds.community.CommunityLog;
import rounds.community.LogEntry;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.page.Page;

/// What was done in the government of a community.
@Controller("/c/{slug}/log")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LogController {
    private final CommunityLog log;
    private final LogLines lines;
    private final Rooms rooms;

    LogController(CommunityLog log, LogLines lines, Rooms rooms) {
        this.log = log;
        this.lines = lines;
        this.rooms = rooms;
    }

    @Get
    Page list(Viewer viewer, String slug, @QueryValue @Nullable String after) {
        return rooms.show(
                viewer,
                slug,
                Capability.SEE_LOG,
                "community/log",
                community -> page(viewer, community, after));
    }

    private LogPage page(Viewer viewer, Community community, @Nullable String after) {
        Slice<LogEntry> entries = log.page(viewer, community, after);
        return new LogPage(
                community,
                lines.of(entries.items()),
                Entries.next(entries.next(), community.path() + "/log"));
    }
}
