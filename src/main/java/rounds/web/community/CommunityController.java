package rounds.web.community;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.cases.CaseFilter;
import rounds.cases.CaseLists;
import rounds.community.Capability;
import rounds.community.Community;
import rounds.community.Introductions;
import rounds.community.Members;
import rounds.forum.DiscussionSummary;
import rounds.forum.Discussions;
import rounds.forum.Filter;
import rounds.kernel.Viewer;
import rounds.notifications.Level;
import rounds.notifications.Watches;
import rounds.platform.database.Slice;
import rounds.start.Start;
import rounds.topics.TopicLists;
import rounds.web.page.Filled;
import rounds.web.page.Page;

import java.util.List;

/// A community's home, and what it says of itself.
@Controller("/c/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CommunityController {
    private static final int SHOWN = 15;
    private static final int STORIES = 3;
    private static final int TOPICS = 5;

    private final Members members;
    private final Introductions introductions;
    private final Discussions discussions;
    private final TopicLists topics;
    private final CaseLists stories;
    private final Watches watches;
    private final Start start;
    private final Rooms rooms;

    CommunityController(
            Members members,
            Introductions introductions,
            Discussions discussions,
            TopicLists topics,
            CaseLists stories,
            Watches watches,
            Start start,
            Rooms rooms) {
        this.members = members;
        this.introductions = introductions;
        this.discussions = discussions;
        this.topics = topics;
        this.stories = stories;
        this.watches = watches;
        this.start = start;
        this.rooms = rooms;
    }

    @Get
    Page home(Viewer viewer, String slug) {
        return rooms.home(viewer, slug, community -> home(viewer, community));
    }

    @Get("/charter")
    Page charter(Viewer viewer, String slug) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "community/charter",
                community -> new CharterPage(community, members.leaders(viewer, community)));
    }

    private HomePage home(Viewer viewer, Community community) {
        Slice<DiscussionSummary> latest =
                discussions.inCommunity(viewer, community.id(), Filter.NONE, null, SHOWN);
        List<DiscussionSummary> featured = discussions.featured(viewer, community.id());
        return new HomePage(
                community,
                members.leaders(viewer, community),
                topics.first(viewer, community.id(), TOPICS),
                featured,
                latest.items().stream().filter(row -> !featured.contains(row)).toList(),
                latest.next() != null,
                stories.in(viewer, community.id(), CaseFilter.ALL, null, STORIES).items(),
                Level.code(watches.ofCommunity(viewer, community.id())),
                new Arrivals(
                        introductions.asks(viewer, community),
                        introductions.newcomers(viewer, community),
                        start.forNewcomer(viewer, community.id()),
                        Filled.empty()));
    }
}
