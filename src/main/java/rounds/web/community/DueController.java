package rounds.web.community;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.kernel.ContentOwner;
import rounds.kernel.Reviewable;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.web.page.Page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/// What those who curate are to look at again, of whichever kind.
@Controller("/c/{slug}/due")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DueController {
    private static final int MOST = 200;

    private final List<ContentOwner> owners;
    private final Rooms rooms;
    private final Moment moment;

    DueController(List<ContentOwner> owners, Rooms rooms, Moment moment) {
        this.owners = owners;
        this.rooms = rooms;
        this.moment = moment;
    }

    @Get
    Page list(String slug, Viewer viewer) {
        return rooms.show(viewer.signedIn(), slug, Capability.CURATE, "community/due", this::due);
    }

    private DuePage due(Community community) {
        LocalDate today = LocalDate.ofInstant(moment.now(), ZoneOffset.UTC);
        List<Reviewable> due =
                owners.stream()
                        .flatMap(owner -> owner.due(community.id(), today, MOST + 1).stream())
                        .sorted(Comparator.comparing(Reviewable::on))
                        .toList();
        return new DuePage(community, due.stream().limit(MOST).toList(), due.size() > MOST);
    }
}
