package rounds.notifications;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Writes what happened for whom. Runs inside the system's transaction.
@Singleton
final class Writer {
    private final WritingRepository rows;

    Writer(WritingRepository rows) {
        this.rows = rows;
    }

    /// What happened, and where.
    ///
    /// @param open whether people outside the community may be told, while it is public
    record Happening(
            ContentRef content, long groupId, long communityId, boolean open, Instant at) {}

    /// For one person.
    ///
    /// @param actorId who did it; null where that is nobody's business
    /// @param occasion tells this time from another
    record Notice(
            long personId, Reason reason, @Nullable Long actorId, long occasion, String detail) {}

    void write(Happening happening, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        ContentRef content = happening.content();
        int added =
                rows.add(
                        content.type().code(),
                        content.id(),
                        happening.groupId(),
                        happening.communityId(),
                        happening.open(),
                        happening.at(),
                        numbers(notices, _ -> Ids.next()),
                        numbers(notices, Notice::personId),
                        texts(notices, notice -> notice.reason().code()),
                        texts(
                                notices,
                                notice ->
                                        notice.reason()
                                                .bundle(
                                                        happening.groupId(),
                                                        content.id(),
                                                        notice.occasion())),
                        numbers(notices, Notice::actorId),
                        numbers(notices, Notice::occasion),
                        texts(notices, Notice::detail));
        if (added > 0) {
            rows.told(content.type().code(), content.id());
        }
    }

    private static Long[] numbers(List<Notice> notices, Function<Notice, @Nullable Long> column) {
        return notices.stream().map(column).toArray(Long[]::new);
    }

    private static String[] texts(List<Notice> notices, Function<Notice, String> column) {
        return notices.stream().map(column).toArray(String[]::new);
    }
}
