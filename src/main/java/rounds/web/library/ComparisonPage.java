package rounds.web.library;

import rounds.community.Community;
import rounds.library.Resource;
import rounds.library.ResourcePage;
import rounds.library.Version;

/// Two versions of a resource beside each other.
///
/// @param after the resource, with the version that is compared with `before`
public record ComparisonPage(
        Community community, ResourcePage after, Version before, Comparison comparison) {

    ComparisonPage with(Comparison compared) {
        return new ComparisonPage(community, after, before, compared);
    }

    public Resource resource() {
        return after.resource();
    }
}
