package rounds.interchange;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// Lines of case stories as they are written. What is empty is left out.
final class ExportedStory {

    @Serdeable
    record Story(
            String type,
            String id,
            String rounds,
            String community,
            String author,
            String title,
            String language,
            String outcome,
            @Nullable String setting,
            String practice,
            List<String> conditions,
            List<String> tags,
            List<String> learning,
            List<Participant> tookPart,
            String led,
            @Nullable String patientView,
            String patientWords,
            boolean named,
            boolean membersOnly,
            String visibility,
            @Nullable String state,
            List<Text> parts,
            List<Later> followUps,
            String created,
            String changed,
            @Nullable String published) {}

    @Serdeable
    record Participant(String who, String how) {}

    @Serdeable
    record Text(String part, String body) {}

    @Serdeable
    record Later(long months, String body, String at) {}

    @Serdeable
    record Right(
            String type,
            String story,
            String ground,
            String ofWhom,
            @Nullable String on,
            String reference,
            String at) {}

    @Serdeable
    record Answer(
            String type,
            String story,
            String person,
            String word,
            String result,
            String setting,
            String note,
            String at) {}

    @Introspected
    record StoryRow(
            long id,
            @Nullable String sourceId,
            long communityId,
            @Nullable String communitySourceId,
            long authorId,
            @Nullable String authorSourceId,
            String title,
            String language,
            String outcome,
            @Nullable String setting,
            String practice,
            String[] conditions,
            String[] tags,
            String[] learning,
            String[] tookPart,
            String[] workedBy,
            String led,
            @Nullable String patientView,
            String patientWords,
            boolean named,
            boolean membersOnly,
            String visibility,
            String state,
            Instant startedAt,
            Instant changedAt,
            @Nullable Instant publishedAt,
            String[] parts,
            String[] bodies,
            Long[] months,
            String[] later,
            Long[] laterAt) {

        Story line() {
            return new Story(
                    "caseStory",
                    Exported.id(id, sourceId),
                    Ids.text(id),
                    Exported.id(communityId, communitySourceId),
                    Exported.id(authorId, authorSourceId),
                    title,
                    language,
                    outcome,
                    setting,
                    practice,
                    List.of(conditions),
                    List.of(tags),
                    List.of(learning),
                    IntStream.range(0, tookPart.length)
                            .mapToObj(i -> new Participant(tookPart[i], workedBy[i]))
                            .toList(),
                    led,
                    patientView,
                    patientWords,
                    named,
                    membersOnly,
                    visibility,
                    state.equals("visible") ? null : state,
                    IntStream.range(0, parts.length)
                            .filter(i -> !bodies[i].isBlank())
                            .mapToObj(i -> new Text(parts[i], bodies[i]))
                            .toList(),
                    IntStream.range(0, months.length)
                            .mapToObj(i ->
                                    new Later(
                                            months[i],
                                            later[i],
                                            Instant.ofEpochMilli(laterAt[i]).toString()))
                            .toList(),
                    startedAt.toString(),
                    changedAt.toString(),
                    publishedAt == null ? null : publishedAt.toString());
        }
    }

    @Introspected
    record RightRow(
            long storyId,
            @Nullable String storySourceId,
            String ground,
            String ofWhom,
            @Nullable LocalDate givenOn,
            String reference,
            Instant saidAt) {

        Right line() {
            return new Right(
                    "caseAuthority",
                    Exported.id(storyId, storySourceId),
                    ground,
                    ofWhom,
                    givenOn == null ? null : givenOn.toString(),
                    reference,
                    saidAt.toString());
        }
    }

    /// @param word empty: a trial
    @Introspected
    record AnswerRow(
            long storyId,
            @Nullable String storySourceId,
            long personId,
            @Nullable String personSourceId,
            String word,
            String result,
            String setting,
            String note,
            Instant at) {

        Answer line() {
            return new Answer(
                    word.isEmpty() ? "caseTrial" : "caseWord",
                    Exported.id(storyId, storySourceId),
                    Exported.id(personId, personSourceId),
                    word,
                    result,
                    setting,
                    note,
                    at.toString());
        }
    }

    private ExportedStory() {}
}
