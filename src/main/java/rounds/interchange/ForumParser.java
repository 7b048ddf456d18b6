package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.community.Reason;
import rounds.forum.Gone;
import rounds.forum.Kind;
import rounds.forum.Progress;
import rounds.kernel.State;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Reads the lines of discussions, their posts and the pictures in them.
final class ForumParser {
    private final UnaryOperator<String> key;
    private final Instant now;

    /// @param key makes of an id of the file what it is here
    ForumParser(UnaryOperator<String> key, Instant now) {
        this.key = key;
        this.now = now;
    }

    Line.Discussion discussion(Fields fields) {
        Instant created = fields.time("created", now);
        return new Line.Discussion(
                key.apply(fields.id("id")),
                Common.ownId(fields),
                key.apply(fields.id("community", "category")),
                key.apply(fields.id("author", "user")),
                fields.oneOf(Codes.KINDS, Kind.DISCUSSION.code(), "kind"),
                Common.title(fields),
                Common.tags(fields.list(100, 200, "tags")),
                Common.language(fields),
                Common.visibility(fields),
                created,
                fields.timeOrFlag("pinned", created),
                fields.timeOrFlag("closed", created),
                reference(fields.optionalId("closedBy")),
                Words.line(fields.optionalText(1000, "closedReason"), 300),
                fields.timeOrFlag("featured", created),
                progress(fields),
                fields.number(0, 10_000_000, "emptied"));
    }

    private static String progress(Fields fields) {
        String progress = fields.oneOf(Codes.PROGRESS, Progress.OPEN.code(), "progress");
        if (!progress.equals("open") && !"challenge".equals(fields.nullableText(30, "kind"))) {
            throw new BadLineException("only a challenge makes progress");
        }
        return progress;
    }

    Line.Post post(Fields fields) {
        String state = fields.oneOf(Codes.STATES, State.VISIBLE.code(), "state");
        return new Line.Post(
                key.apply(fields.id("id")),
                Common.ownId(fields),
                key.apply(fields.id("discussion", "topic")),
                key.apply(fields.id("author", "user")),
                reference(fields.optionalId("replyTo", "reply_to")),
                fields.optionalFlag("first"),
                fields.number(0, 10_000_000, "number"),
                state.equals("deleted") ? "-" : fields.text(Common.LONGEST_BODY, "body", "content"),
                Common.language(fields),
                Common.visibility(fields),
                state,
                goneReason(fields, state),
                fields.time("created", now),
                fields.time("edited"));
    }

    private static @Nullable String goneReason(Fields fields, String state) {
        return switch (state) {
            case "hidden" -> fields.oneOf(Codes.REASONS, Reason.OTHER.code(), "goneReason");
            case "deleted" -> fields.oneOf(Codes.REASONS, Gone.AUTHOR.code(), "goneReason");
            default -> null;
        };
    }

    Line.Image image(Fields fields) {
        List<String> posts = fields.list(1000, 200, "posts").stream().map(key).toList();
        if (posts.isEmpty()) {
            throw new BadLineException("posts is missing");
        }
        return new Line.Image(
                imageId(fields, "id"),
                posts,
                fields.number(1, Integer.MAX_VALUE, "bytes"),
                fields.time("made", now));
    }

    static Line.ImageData imageData(Fields fields) {
        return new Line.ImageData(imageId(fields, "image"), Common.data(fields));
    }

    /// The addresses in posts hold it: it is the same everywhere.
    private static long imageId(Fields fields, String name) {
        String id = fields.id(name);
        if (!Ids.isId(id)) {
            throw new BadLineException("\"" + Said.of(id) + "\" is no id of Rounds");
        }
        return Ids.parse(id);
    }

    private @Nullable String reference(@Nullable String id) {
        return id == null ? null : key.apply(id);
    }
}
