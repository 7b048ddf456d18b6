package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Overdue;
import rounds.kernel.Reviewable;

import java.time.LocalDate;

@Introspected
record DueTopicRow(long id, String title, String language, LocalDate reviewOn) {

    Reviewable reviewable() {
        return new Reviewable(Topic.ref(id), title, Topic.path(id, title), language, reviewOn);
    }

    Overdue overdue() {
        return new Overdue(Topic.ref(id), reviewOn);
    }
}
