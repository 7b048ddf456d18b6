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

import rounds.cases.CaseLists;
import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.forum.Moderation;
import rounds.forum.Planning;
import rounds.kernel.Viewer;
import rounds.library.FileCheck;
import rounds.library.LibraryDesk;
import rounds.topics.Guests;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// The moderators' desk: reports, what waits, what is hidden.
@Controller("/c/{slug}/moderation")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ModerationController {
    private static final int ROWS = 20;

    private final Moderation moderation;
    private final Planning planning;
    private final LibraryDesk library;
    private final FileCheck files;
    private final CaseLists cases;
    private final Guests guests;
    private final Communities communities;
    private final Pages pages;

    ModerationController(
            Moderation moderation,
            Planning planning,
            LibraryDesk library,
            FileCheck files,
            CaseLists cases,
            Guests guests,
            Communities communities,
            Pages pages) {
        this.moderation = moderation;
        this.planning = planning;
        this.library = library;
        this.files = files;
        this.cases = cases;
        this.guests = guests;
        this.communities = communities;
        this.pages = pages;
    }

    @Get
    Page desk(
            String slug,
            @Nullable @QueryValue String reports,
            @Nullable @QueryValue String queue,
            @Nullable @QueryValue String hidden,
            @Nullable @QueryValue String planned,
            @Nullable @QueryValue String reported,
            @Nullable @QueryValue String waiting,
            @Nullable @QueryValue String away,
            @Nullable @QueryValue String told,
            @Nullable @QueryValue String unread,
            @Nullable @QueryValue String gone,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "forum/moderation",
                () -> {
                    Community community =
                            communities.bySlug(person, slug, Capability.HANDLE_REPORTS);
                    return new ModerationPage(
                            community,
                            moderation.reports(person, slug, reports, ROWS),
                            moderation.queue(person, slug, queue, ROWS),
                            moderation.hidden(person, slug, hidden, ROWS),
                            planning.in(person, slug, planned, ROWS),
                            library.reportedCases(person, community, reported, ROWS),
                            library.waitingCases(person, community, waiting, ROWS),
                            library.hiddenCases(person, community, away, ROWS),
                            files.held(person, community),
                            cases.reports(person, community, told, ROWS),
                            cases.queue(person, community, unread, ROWS),
                            cases.hidden(person, community, gone, ROWS),
                            guests.in(person, community.id()).stream()
                                    .filter(one -> !one.isAccepted())
                                    .toList());
                });
    }
}
