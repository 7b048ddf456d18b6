package rounds.web.forum;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;
import rounds.topics.Questions;
import rounds.topics.Topic;
import rounds.topics.TopicQuestion;
import rounds.topics.Topics;
import rounds.web.page.Filled;
import rounds.web.page.Form;

/// Makes a discussion of what is asked in a focus topic: it is called as the question is put, and
/// leads back to the topic.
@Singleton
class Asked {
    private final Topics topics;
    private final Questions questions;

    Asked(Topics topics, Questions questions) {
        this.topics = topics;
        this.questions = questions;
    }

    /// The box as it was, where she reads the question no more.
    Box of(Viewer.SignedIn person, Box box, String topicId, String questionId) {
        try {
            Topic topic = topics.topic(person, Ids.parse(topicId));
            TopicQuestion question = questions.one(person, topic.id(), Ids.parse(questionId));
            Form form = box.filled().form();
            String words = question.words();
            return box.with(
                    Filled.of(
                            form.with("title", shortened(words))
                                    .with("tags", String.join(", ", topic.pursuit().tags()))
                                    .with(
                                            "body",
                                            words + "\n\n[[t:" + Ids.text(topic.id()) + "]]\n\n")));
        } catch (ProblemException gone) {
            return box;
        }
    }

    private static String shortened(String words) {
        int longest =
                words.offsetByCodePoints(
                        0, Math.min(words.codePointCount(0, words.length()), Entry.LONGEST_TITLE));
        return words.substring(0, longest);
    }
}
