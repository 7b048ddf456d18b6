package rounds.notifications;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happened in one place, told as one: "Jonah and 2 others answered in …".
///
/// @param key names it where it is marked as read
/// @param people who did it, the newest first; empty where that is not told
/// @param more whether there were more happenings than were counted
/// @param path where the first of what is new stands
/// @param title of the discussion; empty where it is about a community
/// @param text the beginning of the newest words; empty where there are none
/// @param detail a role, a mark; how many a search found; where a decision is told, below the
///   content’s address
/// @param communitySlug empty where she reads it no longer
/// @param words what moderators said about it, for the one whose words, or membership, they decided
///   about; of what waits again, when they decided before; what she calls a search
/// @param before when that was; null where it waits for the first time
public record Bundle(
        String key,
        Reason reason,
        boolean unread,
        List<Who> people,
        boolean more,
        String path,
        String title,
        String text,
        String communitySlug,
        String communityName,
        String detail,
        String words,
        @Nullable Instant before,
        Instant at) {
    static final int DEEP = 20;
    private static final int LONGEST = 200;

    public record Who(String handle, String name) {}

    /// The sign that stands for it.
    public String icon() {
        return switch (reason) {
            case REPLY, MENTION, POST -> "reply";
            case DISCUSSION -> speaksOfCase() ? "case" : "discussion";
            case ANNOUNCEMENT -> "announcement";
            case MARK, HELPED -> "helpful";
            case TRIED -> "worked";
            case MOVED, CORRECTED -> "discussion";
            case POLL -> "chart";
            case VERSION,
                    VERSION_PROPOSED,
                    VERSION_TAKEN,
                    VERSION_DECLINED,
                    VERSION_LEFT,
                    WORDS_PROPOSED,
                    WORDS_TAKEN,
                    WORDS_DECLINED,
                    REVIEW_DUE ->
                    "history";
            case TERM_PROPOSED, TERM_TAKEN, TERM_DECLINED -> "document";
            case RESOURCE_ASKED -> speaksOfCase() ? "case" : "document";
            case RESOURCE_WAITS -> "document";
            case CASE_WAITS, CASE_LATER, CASE_EDITED -> "case";
            case TOPIC_PROPOSED,
                    TOPIC_OPENED,
                    TOPIC_DECLINED,
                    TOPIC_PUBLISHED,
                    TOPIC_SUMMARY,
                    TOPIC_SOURCE,
                    TOPIC_SUGGESTED,
                    TOPIC_SUGGESTION_TAKEN,
                    TOPIC_SUGGESTION_DECLINED,
                    TOPIC_OFFERED ->
                    "focus";
            case APPROVED, RESTORED, VERDICT -> "seal";
            case DECLINED, HIDDEN, DELETED -> "hidden";
            case ADMITTED, ROLE, REMOVED, REQUEST -> "people";
            case REPORTED, FILE_ASKED, FILE_FOUND -> "warning";
            case REMINDER -> "save";
            case SEARCH_FOUND -> "search";
        };
    }

    /// What says it, below `notification.` in the messages.
    public String said() {
        return switch (reason) {
            case VERDICT -> reason.code() + "." + detail;
            case TRIED -> (speaksOfCase() ? "case." : "") + reason.code() + "." + detail;
            case APPROVED, DECLINED, HIDDEN, RESTORED, DELETED ->
                    (speaksOfResource() ? "resource." : speaksOfCase() ? "case." : "")
                            + reason.code()
                            + (speaksOfResource() && !detail.isEmpty() ? "." + detail : "");
            case RESOURCE_WAITS -> reason.code() + (detail.isEmpty() ? "" : "." + detail);
            case RESOURCE_ASKED -> speaksOfCase() ? told() + ".asked" : reason.code();
            // Whoever shared it learns of what others decide about.
            case VERSION_PROPOSED -> detail.matches("/v/\\d+") ? "version_offered" : reason.code();
            case VERSION_DECLINED -> detail.endsWith("?again") ? "version_reopened" : reason.code();
            case DISCUSSION ->
                    conversation()
                            ? "note"
                            : speaksOfResource()
                                    ? "resource"
                                    : speaksOfCase() ? told() : reason.code();
            case MARK ->
                    speaksOfResource()
                            ? "practised"
                            : speaksOfCase() ? "case.word." + detail : reason.code();
            default -> reason.code();
        };
    }

    /// Whether the words are a second reader's, not the moderators'.
    public boolean isFromReader() {
        return speaksOfCase() && (reason == Reason.APPROVED || reason == Reason.DECLINED);
    }

    private boolean speaksOfResource() {
        return path.startsWith("/r/");
    }

    private boolean speaksOfCase() {
        return path.startsWith("/cases/");
    }

    private String told() {
        return people.isEmpty() ? "case.unsigned" : "case";
    }

    /// Whether it speaks of a private note: see [Excerpt#conversation].
    public boolean conversation() {
        return communitySlug.startsWith("~");
    }

    /// Whether it tells of a search, whose name stands in its words.
    public boolean isOfSearch() {
        return reason == Reason.SEARCH_FOUND;
    }

    /// How many people did it; of a search, how many are new.
    public int count() {
        return isOfSearch()
                ? Math.clamp(Long.parseLong(detail), 1, Integer.MAX_VALUE)
                : people.size();
    }

    /// Besides the first.
    public int others() {
        return Math.max(0, people.size() - 1);
    }

    /// @param rows of one bundle, the newest first
    /// @param readable what the viewer may read of what they speak of
    /// @return null when nothing of it can be read any more
    static @Nullable Bundle of(List<NotificationRow> rows, Map<ContentRef, Excerpt> readable) {
        List<NotificationRow> shown =
                new ArrayList<>(rows.stream().filter(row -> shows(row, readable)).toList());
        if (shown.isEmpty()) {
            return null;
        }
        boolean unread = shown.stream().anyMatch(row -> !row.read());
        if (unread) {
            shown.removeIf(NotificationRow::read);
        }
        NotificationRow newest = shown.getFirst();
        Excerpt last = readable.get(newest.content());
        Excerpt first = readable.get((unread ? shown.getLast() : newest).content());
        return new Bundle(
                newest.bundle(),
                strongest(shown),
                unread,
                people(shown),
                rows.size() >= DEEP,
                path(newest, first),
                last == null ? "" : last.title(),
                last == null ? "" : cut(last.own()),
                newest.communitySlug(),
                newest.communityName(),
                detail(newest, shown),
                newest.words() == null ? "" : newest.words(),
                newest.before(),
                newest.at());
    }

    private static boolean shows(NotificationRow row, Map<ContentRef, Excerpt> readable) {
        return switch (Reason.of(row.reason())) {
            case ADMITTED, ROLE, REMOVED, REQUEST, REPORTED, VERDICT -> true;
            // A search that is deleted tells no more.
            case SEARCH_FOUND -> row.words() != null && readable.containsKey(row.content());
            case REPLY,
                    MENTION,
                    POST,
                    DISCUSSION,
                    ANNOUNCEMENT,
                    MARK,
                    HELPED,
                    TRIED,
                    MOVED,
                    CORRECTED,
                    POLL,
                    VERSION,
                    VERSION_PROPOSED,
                    VERSION_TAKEN,
                    VERSION_DECLINED,
                    VERSION_LEFT,
                    RESOURCE_WAITS,
                    RESOURCE_ASKED,
                    WORDS_PROPOSED,
                    WORDS_TAKEN,
                    WORDS_DECLINED,
                    FILE_ASKED,
                    FILE_FOUND,
                    CASE_WAITS,
                    CASE_LATER,
                    CASE_EDITED,
                    TOPIC_PROPOSED,
                    TOPIC_OPENED,
                    TOPIC_DECLINED,
                    TOPIC_PUBLISHED,
                    TOPIC_SUMMARY,
                    TOPIC_SOURCE,
                    TOPIC_SUGGESTED,
                    TOPIC_SUGGESTION_TAKEN,
                    TOPIC_SUGGESTION_DECLINED,
                    TOPIC_OFFERED,
                    TERM_PROPOSED,
                    TERM_TAKEN,
                    TERM_DECLINED,
                    REVIEW_DUE,
                    APPROVED,
                    DECLINED,
                    HIDDEN,
                    RESTORED,
                    DELETED,
                    REMINDER ->
                    readable.containsKey(row.content());
        };
    }

    /// How many a search found, each time together.
    private static String detail(NotificationRow newest, List<NotificationRow> shown) {
        return Reason.of(newest.reason()) == Reason.SEARCH_FOUND
                ? String.valueOf(
                        shown.stream().mapToLong(row -> Long.parseLong(row.detail())).sum())
                : newest.detail();
    }

    // An answer to her says more than that there was a post.
    private static Reason strongest(List<NotificationRow> rows) {
        return rows.stream()
                .map(row -> Reason.of(row.reason()))
                .min(Reason::compareTo)
                .orElseThrow();
    }

    private static List<Who> people(List<NotificationRow> rows) {
        var people = new LinkedHashMap<Long, Who>();
        for (NotificationRow row : rows) {
            if (row.actorId() != null && row.actorHandle() != null && row.actorName() != null) {
                people.putIfAbsent(row.actorId(), new Who(row.actorHandle(), row.actorName()));
            }
        }
        return List.copyOf(people.values());
    }

    private static String path(NotificationRow row, @Nullable Excerpt content) {
        if (Reason.of(row.reason()) == Reason.TOPIC_OFFERED) {
            return "/c/" + row.communitySlug() + "/focus/guests";
        }
        if (Reason.of(row.reason()) == Reason.SEARCH_FOUND) {
            return "/searches/" + Ids.text(row.occasion());
        }
        if (content != null) {
            // Of a decision it leads to where that is made, or told.
            return row.detail().startsWith("/")
                    ? place(row.content().type()) + Ids.text(row.contentId()) + row.detail()
                    : content.path();
        }
        String community = "/c/" + row.communitySlug();
        return switch (Reason.of(row.reason())) {
            case REQUEST -> community + "/requests";
            case REPORTED -> community + "/moderation";
            case REMOVED -> row.communitySlug().isEmpty() ? "/communities" : community;
            default -> community;
        };
    }

    private static String place(ContentType type) {
        return type == ContentType.TOPIC ? "/focus/" : "/r/";
    }

    private static String cut(String text) {
        int end =
                text.offsetByCodePoints(
                        0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
