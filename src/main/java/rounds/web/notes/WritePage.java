package rounds.web.notes;

import org.jspecify.annotations.Nullable;

import rounds.community.Acquaintance;
import rounds.web.page.Filled;

import java.util.List;
import java.util.stream.Collectors;

/// A note before it is sent.
///
/// @param to whom it goes to
/// @param preview what the words will look like, where that was asked for
public record WritePage(List<Acquaintance> to, Filled filled, @Nullable String preview) {

    /// The names of those it goes to.
    public String names() {
        return to.stream().map(Acquaintance::name).collect(Collectors.joining(", "));
    }
}
