package rounds.web.notes;

import rounds.community.Acquaintance;
import rounds.web.forum.Box;
import rounds.web.page.Filled;

import java.util.List;
import java.util.stream.Collectors;

/// A note before it is sent.
///
/// @param to whom it goes to
public record WritePage(List<Acquaintance> to, Box box) {

    public Filled filled() {
        return box.filled();
    }

    /// The handles of those it goes to, as one field has them.
    public String handles() {
        return to.stream().map(Acquaintance::handle).collect(Collectors.joining(","));
    }

    /// The names of those it goes to.
    public String names() {
        return to.stream().map(Acquaintance::name).collect(Collectors.joining(", "));
    }
}
