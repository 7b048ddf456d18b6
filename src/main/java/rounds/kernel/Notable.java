package rounds.kernel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What notifications must know of a piece of content to find whom it concerns; read by the
/// system's own role, never shown.
///
/// @param group what it happened in: the discussion of a post
/// @param visible whether all who read its community read it now
/// @param open whether it was written under public visibility
/// @param openedBy who opened the group
/// @param answers the author whom it answers; null where it opens its group
/// @param quotes the authors whose words it quotes, with the address of where they stand
/// @param about the ids of resources and case stories that it is about: to which it leads where it
///   opens its group
/// @param opens whether it opens its group
/// @param addressed whether it is meant for everybody in its community, as an announcement is, and
///   all that is written in a private note
/// @param mentions whom it names, by herself or by a role that she holds now
/// @param unsigned whether its author is told to nobody: not who follows her, nor by the notice
/// @param decision what moderators decided about it last, other than its author
public record Notable(
        ContentRef content,
        ContentRef group,
        long communityId,
        boolean visible,
        boolean open,
        long authorId,
        long openedBy,
        @Nullable Long answers,
        List<Long> quotes,
        List<Long> about,
        boolean opens,
        boolean addressed,
        @Nullable String kind,
        List<String> tags,
        List<Mention> mentions,
        Instant at,
        boolean unsigned,
        @Nullable Decision decision) {

    /// Of content that quotes nobody, and is about itself.
    public Notable(
            ContentRef content,
            ContentRef group,
            long communityId,
            boolean visible,
            boolean open,
            long authorId,
            long openedBy,
            @Nullable Long answers,
            boolean opens,
            boolean addressed,
            @Nullable String kind,
            List<String> tags,
            List<Mention> mentions,
            Instant at,
            @Nullable Decision decision) {
        this(
                content,
                group,
                communityId,
                visible,
                open,
                authorId,
                openedBy,
                answers,
                List.of(),
                List.of(),
                opens,
                addressed,
                kind,
                tags,
                mentions,
                at,
                false,
                decision);
    }

    /// @param since when it first named her
    public record Mention(long personId, Instant since) {}

    /// @param id of the decision, so that it is told once
    /// @param outcome `approved`, `declined`, `hidden`, `restored` or `deleted`; `moved`, which
    ///   concerns all who wrote there
    /// @param by who decided: never told, but to herself it is no news; null where the product did
    /// @param detail what the outcome is told with: `report` where something was hidden since it
    ///   was reported, `waits` where it is not restored but waits again; else empty
    public record Decision(long id, String outcome, @Nullable Long by, Instant at, String detail) {

        public Decision(long id, String outcome, @Nullable Long by, Instant at) {
            this(id, outcome, by, at, "");
        }
    }
}
