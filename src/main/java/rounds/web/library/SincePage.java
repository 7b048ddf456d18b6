package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.kernel.State;
import rounds.library.Asked;
import rounds.library.DeclinedWords;
import rounds.library.Fate;
import rounds.library.Resource;

import java.util.List;

/// What has changed in a resource since it was not let in, or since a moderator hid it.
///
/// @param before what was said of it then
/// @param changes what is said otherwise now
public record SincePage(
        Community community,
        Resource resource,
        DeclinedWords before,
        @Nullable Fate fate,
        @Nullable Asked asked,
        List<Rewritten> changes) {

    /// Whether it is hidden, and was not only not let in.
    public boolean isHidden() {
        return resource.state() == State.HIDDEN;
    }

    SincePage with(List<Rewritten> compared) {
        return new SincePage(community, resource, before, fate, asked, compared);
    }
}
