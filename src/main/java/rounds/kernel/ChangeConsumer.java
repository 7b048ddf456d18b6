package rounds.kernel;

import java.util.List;

/// Follows the change log: search, notifications, mail, live updates, webhooks. Its position lies
/// where its effect lies, so that both become durable in one step and neither is ever ahead of the
/// other.
public interface ChangeConsumer {

    /// Stable name, under which failures and positions are kept.
    String name();

    /// Where this consumer stands, or [Position#START] before its first change.
    Position position();

    /// Takes in these changes, in order, and moves its position to the last of them. May see a
    /// change again after a crash and must then come to the same end. When it throws, nothing of
    /// the batch may have had an effect.
    void handle(List<Change> changes);

    /// Called when there was nothing more to take in: time to make durable what is not yet.
    default void idle() {}
}
