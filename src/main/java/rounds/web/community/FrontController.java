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

import rounds.community.Communities;
import rounds.community.Directory;
import rounds.forum.DiscussionSummary;
import rounds.forum.Discussions;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// The first page of the site.
@Controller("/")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FrontController {
    private static final int SHOWN = 6;
    private static final int PAGE = 30;

    private final Directory directory;
    private final Communities communities;
    private final Discussions discussions;
    private final Pages pages;

    FrontController(
            Directory directory, Communities communities, Discussions discussions, Pages pages) {
        this.directory = directory;
        this.communities = communities;
        this.discussions = discussions;
        this.pages = pages;
    }

    @Get
    Page front(Viewer viewer, @QueryValue @Nullable String after) {
        return switch (viewer) {
            case Viewer.Visitor _, Viewer.FeedReader _ ->
                    pages.show(viewer, "home/visitor", () -> open(viewer));
            case Viewer.SignedIn me -> pages.show(viewer, "home/mine", () -> mine(me, after));
        };
    }

    private VisitorPage open(Viewer viewer) {
        return new VisitorPage(directory.page(viewer, "", "", null, SHOWN).items());
    }

    private MinePage mine(Viewer.SignedIn me, @Nullable String after) {
        Slice<DiscussionSummary> latest = discussions.mine(me, after, PAGE);
        return new MinePage(communities.mine(me), latest.items(), Entries.next(latest.next(), "/"));
    }
}
