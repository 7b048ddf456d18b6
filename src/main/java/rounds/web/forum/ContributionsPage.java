package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.identity.Profile;
import rounds.kernel.Excerpt;
import rounds.platform.database.Slice;

/// What somebody wrote, as far as its reader may read it.
public record ContributionsPage(Profile person, Slice<Excerpt> list) {

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/u/" + person.handle() + "/contributions?after=" + list.next();
    }
}
