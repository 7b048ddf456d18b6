package rounds.web.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.forum.Reading;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.net.URI;
import java.util.function.Supplier;

/// Makes pages. What a page shows and what its frame says of the person are read in one
/// transaction.
@Singleton
public class Pages {
    private final Transactions transactions;
    private final MeRepository people;
    private final Reading reading;

    Pages(Transactions transactions, MeRepository people, Reading reading) {
        this.transactions = transactions;
        this.people = people;
        this.reading = reading;
    }

    /// Shows what `model` reads; it runs inside the viewer's transaction.
    public Page show(Viewer viewer, String template, Supplier<?> model) {
        return show(viewer, HttpStatus.OK, template, model);
    }

    /// The same with another status: 422 for a form that is shown again.
    public Page show(Viewer viewer, HttpStatus status, String template, Supplier<?> model) {
        return transactions.read(
                viewer, () -> new Page(template, model.get(), status, find(viewer)));
    }

    /// After a change: sends the browser on, which then shows the sentence of that message key
    /// once.
    public MutableHttpResponse<?> goTo(String path, String message) {
        return goTo(path).cookie(Flash.cookie(message));
    }

    /// After a change that the next page shows by itself.
    public MutableHttpResponse<?> goTo(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }

    /// The person, for a page that has nothing else to read; null for a visitor.
    @Nullable Me me(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Visitor _, Viewer.FeedReader _ -> null;
            case Viewer.SignedIn _ -> transactions.read(viewer, () -> find(viewer));
        };
    }

    private @Nullable Me find(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Visitor _, Viewer.FeedReader _ -> null;
            case Viewer.SignedIn person ->
                    people.find(person.personId())
                            .map(row -> Me.of(row, reading.countsLately(person).byCommunity()))
                            .orElse(null);
        };
    }
}
