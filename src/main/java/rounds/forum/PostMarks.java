package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What people say about a post, in numbers, and what the viewer said herself.
///
/// @param same people who have this, too; `places` are the different organisations and communities
///   for which they said so
/// @param worked how many tried it and it worked; `partly` and `didNot` likewise
/// @param helped whether who asked, or a moderator, marked it as what helped
/// @param firstHere whether it is its author's first post in this community, not long ago
/// @param own the viewer's reactions
/// @param outcome how it went where the viewer tried it
/// @param may whether the viewer may say something about it; not about her own post
/// @param mayHelp whether she may mark it as what helped, and take that back
public record PostMarks(
        int helpful,
        int same,
        int places,
        int thanks,
        int worked,
        int partly,
        int didNot,
        boolean helped,
        boolean firstHere,
        Set<Reaction> own,
        @Nullable Tried outcome,
        boolean may,
        boolean mayHelp) {

    public static final PostMarks NONE =
            new PostMarks(0, 0, 0, 0, 0, 0, 0, false, false, Set.of(), null, false, false);

    /// From the row's numbers, in the order of [PostPages].
    static PostMarks of(
            Integer[] counts,
            boolean helped,
            boolean firstHere,
            @Nullable String own,
            boolean may,
            boolean mayHelp) {
        List<String> said = own == null ? List.of() : List.of(own.split(" "));
        return new PostMarks(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                helped,
                firstHere,
                said.stream().map(PostMarks::reaction).collect(Collectors.toSet()),
                said.stream()
                        .filter(word -> word.startsWith("tried:"))
                        .map(word -> Tried.of(word.substring("tried:".length())))
                        .findFirst()
                        .orElse(null),
                may,
                mayHelp);
    }

    private static Reaction reaction(String word) {
        return Reaction.of(word.startsWith("tried:") ? "tried" : word);
    }

    public int tried() {
        return worked + partly + didNot;
    }

    /// Whether anybody said anything.
    public boolean any() {
        return helpful + same + thanks + tried() > 0;
    }

    public boolean saidHelpful() {
        return own.contains(Reaction.HELPFUL);
    }

    public boolean saidSame() {
        return own.contains(Reaction.SAME);
    }

    public boolean saidThanks() {
        return own.contains(Reaction.THANKS);
    }
}
