package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.kernel.Viewer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A story without its parts, its community and what the viewer holds there: one row.
///
/// @param writerId who wrote it, as far as the viewer may know
/// @param asked who was asked to read it first, while it waits
@MappedEntity("case_story")
record CaseRow(
        @Id long id,
        long communityId,
        String communitySlug,
        String communityName,
        String communityVisibility,
        String reads,
        boolean secondReader,
        String state,
        boolean named,
        String title,
        String language,
        @Nullable String outcome,
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
        boolean membersOnly,
        @Nullable Long writerId,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        @Nullable Long asked,
        @Nullable String askedHandle,
        @Nullable String askedName,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant publishedAt,
        int revision,
        String withdrawn,
        @Nullable Instant againAt,
        String again,
        @Nullable Instant readFirstAt,
        @Nullable Instant editedAt,
        int tried,
        int thanked,
        int same,
        @Nullable String sourceId,
        String @Nullable [] roles) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer,
                Visibility.of(communityVisibility),
                roles == null ? null : Arrays.asList(roles));
    }

    CaseState stands() {
        return CaseState.of(state);
    }

    boolean writtenBy(Viewer viewer) {
        return writerId != null && writerId == viewer.personId();
    }

    boolean askedOf(Viewer viewer) {
        return asked != null && asked == viewer.personId();
    }

    Facts facts() {
        return new Facts(
                title,
                language,
                outcome == null ? null : Outcome.of(outcome),
                setting == null ? null : Setting.of(setting),
                practice,
                List.of(conditions),
                List.of(tags),
                List.of(learning),
                people(),
                led,
                patientView == null ? null : PatientView.of(patientView),
                patientWords,
                named,
                membersOnly);
    }

    private List<Participant> people() {
        return IntStream.range(0, tookPart.length)
                .mapToObj(i -> new Participant(tookPart[i], Way.of(workedBy[i])))
                .toList();
    }

    @Nullable Author author() {
        return writerId == null || handle == null || name == null
                ? null
                : new Author(writerId, handle, name, profession == null ? "" : profession);
    }

    private @Nullable Author reader() {
        return asked == null || askedHandle == null || askedName == null
                ? null
                : new Author(asked, askedHandle, askedName, "");
    }

    CaseStory seenBy(Viewer viewer, List<Section> sections, CaseRights may) {
        return new CaseStory(
                id,
                communityId,
                communitySlug,
                communityName,
                facts(),
                sections,
                stands(),
                author(),
                writtenBy(viewer),
                startedAt,
                changedAt,
                publishedAt,
                revision,
                tried,
                thanked,
                same,
                Visibility.of(reads),
                withdrawn,
                secondReader,
                new Course(againAt, again, readFirstAt, editedAt, reader()),
                sourceId,
                standing(viewer),
                may);
    }
}
