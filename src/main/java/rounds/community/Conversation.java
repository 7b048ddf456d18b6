package rounds.community;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who writes to the viewer and reads what she writes, where a few people keep notes among
/// themselves.
///
/// @param others everybody but the viewer, by name; nobody, when all have left
public record Conversation(List<Party> others) {
    /// What anybody in it may do: read and write. Nobody governs it and nothing is reported in it.
    static final Set<String> MAY =
            Set.of(
                    Capability.SEE_COMMUNITY.code(),
                    Capability.READ.code(),
                    Capability.SEE_REVISIONS.code(),
                    Capability.POST.code());

    /// For queries: everybody but the viewer in the community `c`, where it is a conversation.
    public static final String OTHERS =
            """
            case when c.form = 'conversation' then conversation_with(c.id) end
            """;

    /// Somebody in a conversation.
    public record Party(String handle, String name) {
        // A handle has no blank, so the first one ends it.
        static Party of(String line) {
            int blank = line.indexOf(' ');
            return new Party(line.substring(0, blank), line.substring(blank + 1));
        }
    }

    public static Conversation of(String[] lines) {
        return new Conversation(Arrays.stream(lines).map(Party::of).toList());
    }

    /// The code of who reads along: `others`, or `nobody`.
    public String audience() {
        return others.isEmpty() ? "nobody" : "others";
    }

    /// The names of the others.
    public String name() {
        return others.stream().map(Party::name).collect(Collectors.joining(", "));
    }
}
