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
import java.util.Map;

/// A question at a topic, and who asked it.
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
        @Nullable Instant closedAt) {

    @Nullable ContentRef pointer() {
        return answerType == null || answerId == null
                ? null
                : new ContentRef(ContentType.of(answerType), answerId);
    }

    boolean askedBy(Viewer viewer) {
        return askedById == viewer.personId();
    }

    TopicQuestion seen(Map<ContentRef, Titled> called, boolean may) {
        ContentRef pointer = pointer();
        Titled titled = pointer == null ? null : called.get(pointer);
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
