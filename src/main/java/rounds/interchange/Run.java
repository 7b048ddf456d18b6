package rounds.interchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What one run of an import remembers from batch to batch. Nothing of it is needed by the next
/// run: the database alone says what is done.
///
/// @param admins whether administrators of the file become administrators here
/// @param samePeople people of the file who are here under another key, known by their e-mail
///   address
/// @param members pairs of community and person that need no look any more
/// @param unopened discussions that wait for their opening post, with their line
record Run(
        boolean admins,
        Map<String, Long> samePeople,
        Set<Pair> members,
        Map<Long, Integer> unopened) {

    record Pair(long community, long person) {}

    static Run start(boolean admins) {
        return new Run(admins, new HashMap<>(), new HashSet<>(), new HashMap<>());
    }
}
