package rounds.web.library;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import rounds.community.Communities;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.Resource;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Shows whoever came too late to decide where she finds what it is now.
@Singleton
class Settled {
    private final Library library;
    private final Communities communities;
    private final Pages pages;

    Settled(Library library, Communities communities, Pages pages) {
        this.library = library;
        this.communities = communities;
        this.pages = pages;
    }

    /// @param why a key of the messages
    /// @param words that she typed; may be empty
    /// @throws rounds.kernel.ProblemException not found, where she does not read the resource any
    ///   more
    Page show(Viewer viewer, long id, String why, String words) {
        return pages.show(
                viewer,
                HttpStatus.CONFLICT,
                "library/settled",
                () -> {
                    Resource resource = library.resource(viewer, id);
                    return new SettledPage(
                            communities.byId(viewer, resource.communityId()), resource, why, words);
                });
    }
}
