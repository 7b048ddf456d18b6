package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.community.LogEntry;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A topic with who tends it, the summary that stands, and what the viewer holds there: one row, so
/// that its page asks once.
///
/// @param communityVisibility null for guests who may not know the community
/// @param body of the summary, only where its HTML must be made anew
/// @param history of each of the last acts its id, act, who by handle and name, whom by handle and
///   name, detail, milliseconds since 1970, and reason, with [#BETWEEN] between them
/// @param curates whether the viewer tends it
@MappedEntity("topic")
record TopicRow(
        @Id long id,
        long communityId,
        @Nullable String communitySlug,
        @Nullable String communityName,
        @Nullable String communityVisibility,
        String reads,
        String state,
        String title,
        String question,
        String why,
        String[] objectives,
        String[] tags,
        String language,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        long proposerId,
        String proposerHandle,
        String proposerName,
        @Nullable String proposerProfession,
        @Nullable Long ownerId,
        @Nullable String ownerHandle,
        @Nullable String ownerName,
        @Nullable String ownerProfession,
        @Nullable LocalDate reviewOn,
        boolean overdue,
        Instant proposedAt,
        @Nullable Instant openedAt,
        @Nullable Instant publishedAt,
        Instant changedAt,
        int summary,
        @Nullable String html,
        @Nullable Integer htmlVersion,
        @Nullable String body,
        @Nullable String note,
        @Nullable Instant madeAt,
        @Nullable Long writerId,
        @Nullable String writerHandle,
        @Nullable String writerName,
        @Nullable String writerProfession,
        @Nullable Long suggestedId,
        @Nullable String suggestedHandle,
        @Nullable String suggestedName,
        @Nullable String suggestedProfession,
        int readLast,
        String[] since,
        int waiting,
        int votes,
        int practised,
        boolean shared,
        @Nullable Long resultId,
        String ended,
        int revision,
        int arranged,
        @Nullable String sourceId,
        boolean voted,
        boolean saved,
        boolean followed,
        boolean curates,
        Long @Nullable [] curatorIds,
        String @Nullable [] curatorHandles,
        String @Nullable [] curatorNames,
        String @Nullable [] curatorProfessions,
        String[] history,
        String @Nullable [] roles) {

    /// Between the parts of a line of its history; nobody types it.
    private static final String BETWEEN = "\u001f";

    TopicState stands() {
        return TopicState.of(state);
    }

    boolean proposedBy(Viewer viewer) {
        return proposerId == viewer.personId();
    }

    /// What she holds in the community that has it; none as a guest's member.
    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer,
                Visibility.of(communityVisibility == null ? "private" : communityVisibility),
                roles == null ? null : Arrays.asList(roles));
    }

    Pursuit pursuit() {
        return new Pursuit(
                title,
                question,
                why,
                List.of(objectives),
                List.of(tags),
                language,
                startsOn,
                endsOn);
    }

    private List<Author> curators() {
        if (curatorIds == null
                || curatorHandles == null
                || curatorNames == null
                || curatorProfessions == null) {
            return List.of();
        }
        Long[] ids = curatorIds;
        String[] handles = curatorHandles;
        String[] names = curatorNames;
        String[] professions = curatorProfessions;
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Author(ids[i], handles[i], names[i], professions[i]))
                .toList();
    }

    static @Nullable Author author(
            @Nullable Long id,
            @Nullable String handle,
            @Nullable String name,
            @Nullable String profession) {
        return id == null || handle == null || name == null
                ? null
                : new Author(id, handle, name, profession == null ? "" : profession);
    }

    private @Nullable Summary standingSummary(Markdown markdown) {
        Author writer = author(writerId, writerHandle, writerName, writerProfession);
        if (html == null || htmlVersion == null || madeAt == null || writer == null) {
            return null;
        }
        var stored = new Html(html, htmlVersion);
        return new Summary(
                summary,
                body == null ? stored : markdown.current(stored, body, prefix(id)),
                note == null ? "" : note,
                writer,
                author(suggestedId, suggestedHandle, suggestedName, suggestedProfession),
                madeAt);
    }

    private LogEntry act(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new LogEntry(
                Long.parseLong(parts[0]),
                parts[1],
                parts[2].isEmpty() ? null : parts[2],
                parts[3].isEmpty() ? null : parts[3],
                "topic",
                id,
                parts[4].isEmpty() ? null : parts[4],
                parts[5].isEmpty() ? null : parts[5],
                parts[6],
                parts[8],
                Instant.ofEpochMilli(Long.parseLong(parts[7])));
    }

    /// Of the ids of footnotes in a summary.
    static String prefix(long topic) {
        return Ids.text(topic) + "-s";
    }

    Topic seenBy(Viewer viewer, TopicRights may, Markdown markdown) {
        return new Topic(
                id,
                communityId,
                communitySlug == null ? "" : communitySlug,
                communityName == null ? "" : communityName,
                pursuit(),
                stands(),
                new Author(
                        proposerId,
                        proposerHandle,
                        proposerName,
                        proposerProfession == null ? "" : proposerProfession),
                curators(),
                author(ownerId, ownerHandle, ownerName, ownerProfession),
                reviewOn,
                overdue,
                proposedAt,
                openedAt,
                publishedAt,
                changedAt,
                proposedBy(viewer),
                voted,
                saved,
                followed,
                Visibility.of(reads),
                standingSummary(markdown),
                readLast,
                List.of(since),
                waiting,
                votes,
                practised,
                shared,
                resultId,
                ended,
                revision,
                arranged,
                sourceId,
                Arrays.stream(history).map(this::act).toList(),
                may);
    }
}
