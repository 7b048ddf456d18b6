package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Titled;
import rounds.kernel.Viewer;

import java.time.Instant;

/// A question at a topic, who asked it, and what that is called which answers it.
///
/// @param answerTitle null where it points nowhere, or to what the viewer may not read
/// @param answerNumber of a post in its discussion
@MappedEntity("topic_question")
record QuestionRow(
        @Id long id,
        long topicId,
        String words,
        String state,
        String answer,
        @Nullable String answerType,
        @Nullable Long answerId,
        long askedById,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        Instant askedAt,
        @Nullable Instant closedAt,
        @Nullable String answerTitle,
        @Nullable Integer answerNumber,
        @Nullable String answerKind,
        @Nullable String answerLanguage) {

    @Nullable ContentRef pointer() {
        return answerType == null || answerId == null
                ? null
                : new ContentRef(ContentType.of(answerType), answerId);
    }

    boolean askedBy(Viewer viewer) {
        return askedById == viewer.personId();
    }

    /// @param may whether she may answer it, or ask it again
    TopicQuestion seen(boolean may) {
        ContentRef pointer = pointer();
        Titled titled =
                pointer == null || answerTitle == null || answerLanguage == null
                        ? null
                        : Called.titled(
                                pointer, answerTitle, answerNumber, answerKind, answerLanguage);
        return new TopicQuestion(
                id,
                words,
                QuestionState.of(state),
                answer,
                titled,
                pointer != null && titled == null,
                handle == null || name == null
                        ? null
                        : new Author(askedById, handle, name, profession == null ? "" : profession),
                askedAt,
                closedAt,
                may);
    }
}
