package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.platform.database.Ids;
import rounds.topics.Agreement;
import rounds.topics.AgreementState;
import rounds.topics.Stance;
import rounds.topics.Topic;
import rounds.topics.TopicQuestion;
import rounds.web.page.Filled;

import java.util.Arrays;
import java.util.List;

/// The page of one form that adds to what is gathered around a topic, where it stands alone or was
/// refused.
///
/// @param act `ask`, `answer`, `put`, `stand`, `result`, `practice`, `offer` or `keep`
/// @param question that is answered
/// @param agreement of which something is said
/// @param problem why nothing was done, a key of the messages; empty where nothing is wrong
public record GatherPage(
        String act,
        Community community,
        Topic topic,
        @Nullable TopicQuestion question,
        @Nullable Agreement agreement,
        Filled filled,
        String problem) {

    /// Where the form is sent.
    public String action() {
        String topic = "/focus/" + Ids.text(this.topic.id());
        return switch (act) {
            case "ask" -> topic + "/questions";
            case "answer" ->
                    topic + "/questions/" + (question == null ? "" : Ids.text(question.id()));
            case "put" -> topic + "/agreement";
            case "stand" -> topic + "/agreement/" + number() + "/stance";
            case "result" -> topic + "/agreement/" + number() + "/result";
            case "practice" -> topic + "/practice";
            case "keep" -> topic + "/result";
            default -> topic + "/guests";
        };
    }

    private int number() {
        return agreement == null ? 0 : agreement.number();
    }

    public List<String> stances() {
        return Arrays.stream(Stance.values()).map(Stance::code).toList();
    }

    public List<String> results() {
        return Arrays.stream(AgreementState.values())
                .filter(one -> one != AgreementState.OPEN)
                .map(AgreementState::code)
                .toList();
    }
}
