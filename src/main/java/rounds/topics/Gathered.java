package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Titled;

import java.util.List;

/// What is gathered around a topic, as its viewer may read it.
///
/// @param result the resource that its summary became; absent where it became none, and where the
///   viewer may not read that
public record Gathered(
        Shelved shelf,
        List<TopicQuestion> questions,
        AgreedApproach agreed,
        UsedInPractice used,
        List<Guest> guests,
        @Nullable Titled result) {

    public static final Gathered NOTHING =
            new Gathered(
                    Shelved.NOTHING,
                    List.of(),
                    AgreedApproach.NOTHING,
                    UsedInPractice.NOTHING,
                    List.of(),
                    null);

    /// The same with other statements.
    public Gathered with(AgreedApproach other) {
        return new Gathered(shelf, questions, other, used, guests, result);
    }

    public List<TopicQuestion> open() {
        return questions.stream().filter(TopicQuestion::isOpen).toList();
    }

    public List<TopicQuestion> closed() {
        return questions.stream().filter(one -> !one.isOpen()).toList();
    }
}
