package rounds.library;

import io.micronaut.json.JsonMapper;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Stores what is said of resources.
@Singleton
final class Described {
    private final ResourceRepository rows;
    private final WordingRepository wordings;
    private final DeclinedWordingRepository kept;
    private final Curation curation;
    private final Markdown markdown;
    private final JsonMapper json;
    private final Moment moment;

    Described(
            ResourceRepository rows,
            WordingRepository wordings,
            DeclinedWordingRepository kept,
            Curation curation,
            Markdown markdown,
            JsonMapper json,
            Moment moment) {
        this.rows = rows;
        this.wordings = wordings;
        this.kept = kept;
        this.curation = curation;
        this.markdown = markdown;
        this.json = json;
        this.moment = moment;
    }

    /// What was entered, ready to be stored.
    ///
    /// @param languageSaid whether its language was entered, and not heard
    record Ready(Details details, Html html, boolean languageSaid) {}

    /// A language, and whether somebody said it.
    private record Spoken(String language, boolean said) {}

    /// @throws rounds.kernel.ProblemException invalid, with every field that cannot be taken
    Ready ready(Details entered) {
        Details details = entered.checked();
        return new Ready(
                details, markdown.render(details.description()), !entered.language().isBlank());
    }

    void add(long id, RoomRow room, Ready ready, State state) {
        Details details = ready.details;
        Adaptation from = details.adaptation();
        rows.add(
                id,
                room.id(),
                columns(ready, new Spoken(details.language(), ready.languageSaid), true),
                from == null ? null : (Long) from.original(),
                room.visibility(),
                state.code(),
                moment.now());
    }

    /// @return false when somebody else changed it meanwhile
    boolean edit(ResourceRow row, @Nullable Integer revision, Ready ready) {
        int seen = revision == null ? row.revision() : revision;
        return rows.edit(row.id(), seen, columns(row, ready)) == 1;
    }

    /// Keeps what the owner of a resource wants to be said of it, in place of what she wanted
    /// before.
    ///
    /// @param seen the id of those that she went on from; 0: none; null: whichever wait
    /// @return false when others wait now
    boolean propose(ResourceRow row, @Nullable Long seen, Ready ready) {
        String words = columns(row, ready);
        wordings.hold(row.id());
        long waiting = wordings.of(row.id()).map(WordingRow::id).orElse(0L);
        if (seen != null && seen != waiting) {
            return false;
        }
        wordings.forget(row.id());
        wordings.propose(Ids.next(), row.id(), row.communityId(), words, moment.now());
        return true;
    }

    private String columns(ResourceRow row, Ready ready) {
        return columns(ready, spoken(row, ready), !row.adaptation().isEmpty());
    }

    private String columns(Ready ready, Spoken spoken, boolean adapted) {
        try {
            return json.writeValueAsString(
                    WordColumns.of(
                            ready.details, ready.html, spoken.language, spoken.said, adapted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What a form only repeats of what was heard was not said.
    private Spoken spoken(ResourceRow row, Ready ready) {
        String entered = ready.details.language();
        if (ready.languageSaid) {
            return new Spoken(entered, row.languageSaid() || !entered.equals(row.language()));
        }
        return new Spoken(
                UnheardRow.heard(
                        rows.beginning(row.id()),
                        ready.details.title(),
                        ready.details.description(),
                        entered),
                false);
    }

    /// What its owner wants to be said of it.
    @Nullable ProposedWords proposed(long id) {
        return wordings.of(id).map(WordingRow::words).orElse(null);
    }

    /// The last words of the viewer's that were not taken.
    @Nullable DeclinedWords declined(long id) {
        return kept.last(id).map(WordingRow::declined).orElse(null);
    }

    /// Whether it is known what was said of it when moderators decided about it last; for them and
    /// for its owner.
    boolean kept(long id) {
        return kept.whole(id).isPresent();
    }

    /// Forgets what its owner wanted to be said of it.
    void forget(ResourceRow row) {
        wordings.forget(row.id());
    }

    Resource seen(ResourceRow row, Viewer viewer) {
        return row.seenBy(viewer, curation, markdown);
    }
}
