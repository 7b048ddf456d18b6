package rounds.web.library;

import rounds.community.Community;
import rounds.kernel.State;
import rounds.library.Licence;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which what is said of a resource is changed.
public record EditResourcePage(Community community, Resource resource, Filled filled) {

    /// Whether what is entered waits for a curator.
    public boolean waits() {
        return community.reviewResources()
                && resource.state() == State.VISIBLE
                && !resource.may().curate();
    }

    public List<String> kinds() {
        return ResourceKind.codes();
    }

    public List<String> licences() {
        return Licence.codes();
    }
}
