package rounds.interchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lines that are written in one transaction, by type: what others refer to comes first, in
/// whatever order the file has it.
///
/// @param bodies what was made beforehand for posts that are not here yet, by the post's key
/// @param refused lines that cannot be read
/// @param end where in the file this batch ends
record Batch(
        List<Numbered<? extends Line>> lines,
        Map<String, Body> bodies,
        List<Refusal> refused,
        long end) {

    <T extends Line> List<Numbered<T>> all(Class<T> type) {
        List<Numbered<T>> found = new ArrayList<>();
        for (Numbered<? extends Line> numbered : lines) {
            if (type.isInstance(numbered.line())) {
                found.add(new Numbered<>(numbered.number(), type.cast(numbered.line())));
            }
        }
        return found;
    }

    /// Without those lines that gather what others bring.
    Batch withoutGathering() {
        return new Batch(
                lines.stream().filter(one -> !one.line().gathers()).toList(), bodies, refused, end);
    }

    /// The first or second half: a batch that the database refuses is halved until the line is
    /// found.
    Batch half(boolean first) {
        int middle = lines.size() / 2;
        List<Numbered<? extends Line>> part =
                first ? lines.subList(0, middle) : lines.subList(middle, lines.size());
        return new Batch(part, new HashMap<>(bodies), List.of(), end);
    }
}
