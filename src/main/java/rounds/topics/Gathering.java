package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.Titled;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads all that is gathered around a topic at once: what it points to is asked for once, however
/// much that is.
@Singleton
public class Gathering {
    private final Titles titles;
    private final Shelf shelf;
    private final Questions questions;
    private final Agreements agreements;
    private final InPractice practice;
    private final Guests guests;
    private final Transactions transactions;

    Gathering(
            Titles titles,
            Shelf shelf,
            Questions questions,
            Agreements agreements,
            InPractice practice,
            Guests guests,
            Transactions transactions) {
        this.titles = titles;
        this.shelf = shelf;
        this.questions = questions;
        this.agreements = agreements;
        this.practice = practice;
        this.guests = guests;
        this.transactions = transactions;
    }

    /// What is gathered around a topic that the viewer has read.
    public Gathered of(Viewer viewer, Topic topic) {
        return transactions.read(viewer, () -> of(viewer, TendedRow.of(topic)));
    }

    private Gathered of(Viewer viewer, TendedRow topic) {
        List<QuestionRow> asked = questions.rows(topic.id());
        ContentRef result = topic.result();
        Map<ContentRef, Titled> called =
                titles.of(
                        Stream.concat(Questions.pointers(asked).stream(), Stream.ofNullable(result))
                                .toList());
        return new Gathered(
                shelf.seen(topic),
                Questions.seen(viewer, topic, asked, called),
                agreements.seen(topic),
                practice.seen(viewer, topic),
                guests.seen(topic),
                result == null ? null : called.get(result));
    }
}
