package rounds.web.cases;

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

import rounds.cases.CaseFilter;
import rounds.cases.CaseLists;
import rounds.cases.CaseState;
import rounds.cases.CaseSummary;
import rounds.cases.Outcome;
import rounds.cases.Setting;
import rounds.community.Capability;
import rounds.community.Community;
import rounds.kernel.Viewer;
import rounds.platform.entry.Entry;
import rounds.web.community.Rooms;
import rounds.web.page.Page;

import java.util.Arrays;
import java.util.List;

/// A community's case stories, found by their conditions together, by setting and by outcome.
@Controller("/c/{slug}/cases")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CasesController {
    private static final int ROWS = 25;

    private final CaseLists lists;
    private final Rooms rooms;

    CasesController(CaseLists lists, Rooms rooms) {
        this.lists = lists;
        this.rooms = rooms;
    }

    /// @param conditions separated by commas: all of them together
    @Get
    Page list(
            String slug,
            @Nullable @QueryValue String conditions,
            @Nullable @QueryValue String setting,
            @Nullable @QueryValue String outcome,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String after,
            Viewer viewer) {
        var filter =
                new CaseFilter(
                        conditions == null
                                ? List.of()
                                : Arrays.stream(conditions.split("[,;]", -1)).toList(),
                        setting == null || setting.isEmpty() ? null : Setting.of(setting),
                        outcome == null || outcome.isEmpty() ? null : Outcome.of(outcome),
                        tag == null || tag.isEmpty() ? null : Entry.tag(tag));
        boolean first = after == null && filter.equals(CaseFilter.ALL);
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "cases/list",
                community -> {
                    CasesPage page =
                            CasesPage.of(
                                    community,
                                    filter,
                                    lists.conditions(viewer, community.id(), language(community)),
                                    lists.in(viewer, community.id(), filter, after, ROWS),
                                    first ? unread(viewer, community) : List.of(),
                                    first ? asked(viewer, community) : List.of());
                    return first && community.may(Capability.HANDLE_REPORTS)
                            ? cared(viewer.signedIn(), page)
                            : page;
                });
    }

    private CasesPage cared(Viewer.SignedIn viewer, CasesPage page) {
        Community community = page.community();
        return new CasesPage(
                community,
                page.filter(),
                page.offered(),
                page.list(),
                page.own(),
                page.asked(),
                lists.queue(viewer, community, null, ROWS).items(),
                lists.reports(viewer, community, null, ROWS).items(),
                lists.hidden(viewer, community, null, ROWS).items());
    }

    private static String language(Community community) {
        return community.languages().isEmpty() ? "en" : community.languages().getFirst();
    }

    private List<CaseSummary> asked(Viewer viewer, Community community) {
        return viewer instanceof Viewer.SignedIn person
                ? lists.asked(person).stream()
                        .filter(one -> one.communitySlug().equals(community.slug()))
                        .toList()
                : List.of();
    }

    private List<CaseSummary> unread(Viewer viewer, Community community) {
        return viewer instanceof Viewer.SignedIn person
                ? lists.own(person).stream()
                        .filter(one -> one.communitySlug().equals(community.slug()))
                        .filter(one ->
                                one.state() != CaseState.VISIBLE
                                        && one.state() != CaseState.WITHDRAWN)
                        .toList()
                : List.of();
    }
}
