package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Overdue;
import rounds.kernel.Reviewable;

import java.time.LocalDate;

@Introspected
record DueTermRow(
        long id, String name, String expansion, String slug, String language, LocalDate reviewOn) {

    Reviewable reviewable() {
        return new Reviewable(
                ref(),
                TermIndexRow.title(name, expansion),
                Term.path(slug, id, name),
                language,
                reviewOn);
    }

    Overdue overdue() {
        return new Overdue(ref(), reviewOn);
    }

    private ContentRef ref() {
        return new ContentRef(ContentType.TERM, id);
    }
}
