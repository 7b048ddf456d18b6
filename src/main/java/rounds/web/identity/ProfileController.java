package rounds.web.identity;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.cases.CaseLists;
import rounds.cases.CaseSummary;
import rounds.community.Conversations;
import rounds.community.Members;
import rounds.community.Shared;
import rounds.community.Writable;
import rounds.forum.KeepingUp;
import rounds.identity.People;
import rounds.identity.Profile;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.notifications.Level;
import rounds.notifications.Watches;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// A person as others see her.
@Controller("/u")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProfileController {
    private static final int NEWEST = 5;

    private final People people;
    private final Members members;
    private final Conversations conversations;
    private final KeepingUp keepingUp;
    private final CaseLists stories;
    private final Watches watches;
    private final Pages pages;

    ProfileController(
            People people,
            Members members,
            Conversations conversations,
            KeepingUp keepingUp,
            CaseLists stories,
            Watches watches,
            Pages pages) {
        this.people = people;
        this.members = members;
        this.conversations = conversations;
        this.keepingUp = keepingUp;
        this.stories = stories;
        this.watches = watches;
        this.pages = pages;
    }

    /// @param own whether it is the viewer's
    /// @param contributions the newest of what she wrote
    /// @param told the newest case stories that she signed
    /// @param watch the code of how much the viewer wants to hear of what she writes; empty: as
    ///   usual
    /// @param shared the communities that both are in
    /// @param notes the code of whether the viewer may write to her: see [Writable]
    public record ProfilePage(
            Profile person,
            boolean own,
            Slice<Excerpt> contributions,
            Slice<CaseSummary> told,
            String watch,
            List<Shared> shared,
            String notes) {}

    /// Where a post names somebody, it leads to her by her id (`~` before it): she may take another
    /// handle.
    @Get("/{handle}")
    Object show(String handle, Viewer viewer) {
        return handle.startsWith("~")
                ? pages.goTo("/u/" + people.handleOf(viewer, Ids.parse(handle.substring(1))))
                : profile(handle, viewer);
    }

    private Page profile(String handle, Viewer viewer) {
        return pages.show(
                viewer,
                "identity/profile",
                () -> {
                    Profile person = people.byHandle(viewer, handle);
                    Viewer.SignedIn reader = viewer.signedIn();
                    return new ProfilePage(
                            person,
                            person.id() == reader.personId(),
                            keepingUp.writtenBy(viewer, person.id(), null, NEWEST),
                            stories.by(viewer, person.id(), null, NEWEST),
                            Level.code(watches.ofPerson(viewer, person.id())),
                            members.inCommon(reader, person.id()),
                            conversations.mayWriteTo(reader, person.id()).code());
                });
    }
}
