package rounds.web.library;

import rounds.community.Community;
import rounds.library.CheckedFile;
import rounds.library.FileFinding;
import rounds.library.Resource;
import rounds.library.Version;
import rounds.web.page.Filled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What was found in the file of a version, to be answered by who sent it.
///
/// @param problem why it was not answered, a key of the messages; empty where nothing is wrong
public record CheckPage(Community community, CheckedFile checked, String problem, Filled filled) {

    public Resource resource() {
        return checked.page().resource();
    }

    public Version version() {
        return checked.version();
    }

    /// Passages of one kind.
    public record Group(String kind, List<FileFinding> findings) {}

    /// What is still asked about, by kind, in the order in which the kinds come first.
    public List<Group> groups() {
        Map<String, List<FileFinding>> byKind = new LinkedHashMap<>();
        for (FileFinding one : checked.asked()) {
            byKind.merge(
                    one.kind(),
                    List.of(one),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return byKind.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Whether the only question is about what no text can be taken of.
    public boolean isUnseenOnly() {
        return checked.open() == 1 && checked.asked().stream().allMatch(FileFinding::isUnseen);
    }

    /// Whether the viewer may say why passages may stay.
    public boolean answers() {
        return checked.mayAnswer() && !checked.isRefused() && checked.open() > 0;
    }
}
