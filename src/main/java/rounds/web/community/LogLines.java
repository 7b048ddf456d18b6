package rounds.web.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.LogEntry;
import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names what a community's log speaks of: all contents of a page with one statement a type.
@Singleton
final class LogLines {
    private final List<ContentOwner> owners;

    LogLines(List<ContentOwner> owners) {
        this.owners = owners;
    }

    /// Runs inside the viewer's transaction: the wall decides what is named.
    List<LogLine> of(List<LogEntry> entries) {
        Map<ContentRef, Excerpt> readable =
                owners.stream()
                        .flatMap(owner -> readable(owner, entries))
                        .collect(Collectors.toMap(Excerpt::content, Function.identity()));
        return entries.stream()
                .map(entry -> {
                    ContentRef content = content(entry);
                    return new LogLine(entry, content == null ? null : readable.get(content));
                })
                .toList();
    }

    private static Stream<Excerpt> readable(ContentOwner owner, List<LogEntry> entries) {
        return owner.types().stream()
                .flatMap(type -> {
                    Collection<Long> ids =
                            entries.stream()
                                    .map(LogLines::content)
                                    .filter(Objects::nonNull)
                                    .filter(content -> content.type() == type)
                                    .map(ContentRef::id)
                                    .collect(Collectors.toSet());
                    return ids.isEmpty() ? Stream.empty() : owner.readable(type, ids).stream();
                });
    }

    private static @Nullable ContentRef content(LogEntry entry) {
        String type = entry.contentType();
        Long id = entry.contentId();
        return type == null || id == null ? null : new ContentRef(ContentType.of(type), id);
    }
}
