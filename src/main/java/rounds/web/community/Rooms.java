package rounds.web.community;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import rounds.community.Admissions;
import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Members;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.function.Function;
import java.util.function.Supplier;

/// Shows pages inside communities. Whoever knows of a community and may not enter the room she
/// asked for is shown its door instead, where she can ask to be let in.
@Singleton
public class Rooms {
    private final Communities communities;
    private final Members members;
    private final Admissions admissions;
    private final Pages pages;

    Rooms(Communities communities, Members members, Admissions admissions, Pages pages) {
        this.communities = communities;
        this.members = members;
        this.admissions = admissions;
        this.pages = pages;
    }

    /// Shows what `model` reads of the community, to a viewer who may do this there.
    public Page show(
            Viewer viewer,
            String slug,
            Capability wanted,
            String template,
            Function<Community, ?> model) {
        return show(viewer, slug, wanted, HttpStatus.OK, template, model);
    }

    /// The same with another status: 422 for a form that is shown again.
    public Page show(
            Viewer viewer,
            String slug,
            Capability wanted,
            HttpStatus status,
            String template,
            Function<Community, ?> model) {
        return show(
                viewer,
                slug,
                HttpStatus.FORBIDDEN,
                () ->
                        pages.show(
                                viewer,
                                status,
                                template,
                                () -> model.apply(communities.bySlug(viewer, slug, wanted))));
    }

    /// A community's home. Outside a listed community its door is all there is to see, and nothing
    /// is wrong with that.
    Page home(Viewer viewer, String slug, Function<Community, ?> model) {
        return show(
                viewer,
                slug,
                HttpStatus.OK,
                () ->
                        pages.show(
                                viewer,
                                "community/home",
                                () ->
                                        model.apply(
                                                communities.bySlug(
                                                        viewer, slug, Capability.READ))));
    }

    private Page show(Viewer viewer, String slug, HttpStatus outside, Supplier<Page> room) {
        try {
            return room.get();
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof Problem.Forbidden forbidden)) {
                throw refused;
            }
            Community community = communities.bySlug(viewer, slug);
            if (!community.may(Capability.READ)) {
                return door(viewer, slug, outside, Filled.empty());
            }
            // Where reading is not enough, whoever may join is told where.
            throw community.may(Capability.JOIN)
                    ? new ProblemException(new Problem.Forbidden(forbidden.why(), "/c/" + slug))
                    : refused;
        }
    }

    /// The door: what the community is, who leads it, and how to get in.
    Page door(Viewer viewer, String slug, HttpStatus status, Filled filled) {
        return pages.show(
                viewer,
                status,
                "community/door",
                () -> {
                    Community community = communities.bySlug(viewer, slug);
                    return new DoorPage(
                            community,
                            members.leaders(viewer, community),
                            admissions.mine(viewer, community).orElse(null),
                            filled);
                });
    }
}
