package rounds.web.forum;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.forum.Kind;

import java.util.Arrays;
import java.util.List;

/// The kinds of discussions somebody may choose among.
final class Kinds {
    private Kinds() {}

    /// Their codes, for whoever looks at this community.
    static List<String> of(Community community) {
        boolean announces = community.may(Capability.ANNOUNCE);
        return Arrays.stream(Kind.values())
                .filter(kind -> announces || kind != Kind.ANNOUNCEMENT)
                .map(Kind::code)
                .toList();
    }
}
