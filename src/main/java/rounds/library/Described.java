package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

/// Stores what is said of resources.
@Singleton
final class Described {
    private final ResourceRepository rows;
    private final Curation curation;
    private final Markdown markdown;
    private final Moment moment;

    Described(ResourceRepository rows, Curation curation, Markdown markdown, Moment moment) {
        this.rows = rows;
        this.curation = curation;
        this.markdown = markdown;
        this.moment = moment;
    }

    /// What was entered, ready to be stored.
    record Ready(Details details, Html html) {}

    /// @throws rounds.kernel.ProblemException invalid, with every field that cannot be taken
    Ready ready(Details entered) {
        Details details = entered.checked();
        return new Ready(details, markdown.render(details.description()));
    }

    void add(long id, RoomRow room, Ready ready, State state) {
        Details details = ready.details;
        Adaptation from = details.adaptation();
        rows.add(
                id,
                room.id(),
                details.kind().code(),
                details.title(),
                details.description(),
                ready.html.value(),
                ready.html.version(),
                details.language(),
                details.tags().toArray(String[]::new),
                details.keywords().toArray(String[]::new),
                details.authors().toArray(String[]::new),
                details.source(),
                details.licence().code(),
                details.journal(),
                details.year(),
                details.doi(),
                details.pmid(),
                details.outline(),
                from == null ? null : (Long) from.original(),
                changes(details),
                room.visibility(),
                state.code(),
                moment.now());
    }

    /// @return false when somebody else changed it meanwhile
    boolean edit(ResourceRow row, @Nullable Integer revision, Ready ready) {
        Details details = ready.details;
        return rows.edit(
                        row.id(),
                        revision == null ? row.revision() : revision,
                        details.kind().code(),
                        details.title(),
                        details.description(),
                        ready.html.value(),
                        ready.html.version(),
                        details.language(),
                        details.tags().toArray(String[]::new),
                        details.keywords().toArray(String[]::new),
                        details.authors().toArray(String[]::new),
                        details.source(),
                        details.licence().code(),
                        details.journal(),
                        details.year(),
                        details.doi(),
                        details.pmid(),
                        details.outline(),
                        row.adaptation().isEmpty() ? "" : changes(details))
                == 1;
    }

    private static String changes(Details details) {
        Adaptation from = details.adaptation();
        return from == null ? "" : from.changes();
    }

    Resource seen(ResourceRow row, Viewer viewer) {
        return row.seenBy(viewer, curation, markdown);
    }
}
