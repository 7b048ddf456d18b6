package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Notable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A discussion's opening post, or an answer, and what was decided about it last.
@MappedEntity("post")
record NotableRow(
        @Id long id,
        long discussionId,
        long communityId,
        boolean visible,
        boolean open,
        long authorId,
        long openedBy,
        String[] mentioned,
        @Nullable Long answers,
        Long[] about,
        @Nullable String quoting,
        int number,
        String kind,
        boolean conversation,
        String[] tags,
        Instant postedAt,
        @Nullable Long decisionId,
        @Nullable String act,
        @Nullable Long actorId,
        @Nullable Instant decidedAt) {

    /// The posts that it quotes.
    List<Long> quoted() {
        return quoting == null ? List.of() : Quotations.in(quoting);
    }

    /// @param authors of posts, by their ids
    Notable notable(ContentType type, Map<Long, Long> authors) {
        boolean opens = number == 1;
        return new Notable(
                new ContentRef(type, id),
                new ContentRef(ContentType.DISCUSSION, discussionId),
                communityId,
                visible,
                open,
                authorId,
                openedBy,
                answers,
                quoted().stream().map(authors::get).filter(Objects::nonNull).distinct().toList(),
                List.of(about),
                opens,
                conversation || (opens && Kind.of(kind) == Kind.ANNOUNCEMENT),
                kind,
                List.of(tags),
                mentions(),
                postedAt,
                false,
                decision());
    }

    /// A person and, in seconds, since when the post names her; the first time counts.
    private List<Notable.Mention> mentions() {
        var since = new TreeMap<Long, Instant>();
        for (String one : mentioned) {
            String[] parts = one.split(" ");
            Instant at = Instant.ofEpochSecond(new BigDecimal(parts[1]).longValue());
            since.merge(
                    Long.parseLong(parts[0]),
                    at,
                    (first, other) -> first.isBefore(other) ? first : other);
        }
        return since.entrySet().stream()
                .map(entry -> new Notable.Mention(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String outcome(String act) {
        if (act.equals(ModerationAct.MOVED_HERE.code())) {
            return "moved";
        }
        return act.equals(ModerationAct.CORRECTED.code()) ? act : act.substring("post_".length());
    }

    private Notable.@Nullable Decision decision() {
        return decisionId == null || act == null || decidedAt == null
                ? null
                : new Notable.Decision(decisionId, outcome(act), actorId, decidedAt);
    }
}
