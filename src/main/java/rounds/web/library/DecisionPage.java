package rounds.web.library;

import rounds.community.Community;
import rounds.library.Resource;
import rounds.library.Version;
import rounds.web.page.Filled;

/// A proposed version beside the one that is read now, before somebody decides about it.
///
/// @param own whether the viewer proposed it
/// @param problem why it was not decided, a key of the messages; empty where nothing is wrong
public record DecisionPage(
        Community community,
        Resource resource,
        Version current,
        Version proposed,
        Comparison comparison,
        boolean own,
        String problem,
        Filled filled) {

    DecisionPage with(Comparison compared) {
        return new DecisionPage(
                community, resource, current, proposed, compared, own, problem, filled);
    }

    /// Whether the text of one of them is still being read, so that it is too early to decide.
    public boolean isEarly() {
        return comparison.state() == Comparison.State.WAITING;
    }

    /// Whether what is proposed is of another kind: a link in place of a file, another type of
    /// file.
    public boolean isOtherKind() {
        return !kind(current).equals(kind(proposed));
    }

    private static String kind(Version version) {
        Version.File file = version.file();
        return file == null ? version.form().code() : file.type().code();
    }

    /// Whether another version was read when it was proposed.
    public boolean isBehind() {
        return proposed.isBehind(current.number());
    }
}
