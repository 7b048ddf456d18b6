package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Markdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes the words of glossaries in.
@Singleton
class TermWriter {
    private final TermRepository terms;
    private final CommunityWriter communities;
    private final PersonWriter people;
    private final Rows rows;
    private final Changes changes;

    TermWriter(
            TermRepository terms,
            CommunityWriter communities,
            PersonWriter people,
            Rows rows,
            Changes changes) {
        this.terms = terms;
        this.communities = communities;
        this.people = people;
        this.rows = rows;
        this.changes = changes;
    }

    /// The same with its meaning laid out: takes its time, not inside a transaction. Never refuses.
    static Line.Term laid(Line.Term line, Markdown markdown) {
        String prefix = "n" + Integer.toHexString(line.key().hashCode());
        return new Line.Term(
                line.key(),
                line.ownId(),
                line.community(),
                line.author(),
                line.words(),
                markdown.show(line.words().meaning(), prefix).value(),
                line.visibility(),
                line.created(),
                line.changed());
    }

    void write(List<Numbered<Line.Term>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Long> here =
                find(lines.stream().flatMap(line -> keys(line.line())).collect(Collectors.toSet()));
        var homes =
                communities.find(
                        lines.stream()
                                .map(line -> line.line().community())
                                .collect(Collectors.toSet()));
        Map<String, Long> authors =
                people.find(
                        lines.stream()
                                .map(line -> line.line().author())
                                .collect(Collectors.toSet()),
                        run);
        var fresh = new ArrayList<TermRow>();
        for (Numbered<Line.Term> numbered : lines) {
            Line.Term line = numbered.line();
            var home = homes.get(line.community());
            Long author = authors.get(line.author());
            if (keys(line).anyMatch(here::containsKey)) {
                outcome.already(1);
            } else if (home == null) {
                outcome.wait(numbered.number(), "the community", line.community());
            } else if (author == null) {
                outcome.wait(numbered.number(), "the person", line.author());
            } else {
                TermRow row = row(line, home, author);
                here.put(line.key(), row.id());
                fresh.add(row);
            }
        }
        if (!fresh.isEmpty()) {
            List<Long> made = terms.insert(rows.json(fresh));
            changes.appendAll(
                    made.stream().map(id -> new ContentRef(ContentType.TERM, id)).toList(),
                    What.CREATED);
            outcome.marks(made.size());
            outcome.already(fresh.size() - made.size());
        }
    }

    private Map<String, Long> find(Collection<String> keys) {
        return Found.byKey(terms.find(keys.toArray(String[]::new), Found.ownIds(keys)));
    }

    private static Stream<String> keys(Line.Term line) {
        return line.ownId() == null
                ? Stream.of(line.key())
                : Stream.of(line.key(), Ids.text(line.ownId()));
    }

    private static TermRow row(Line.Term line, CommunityRepository.Home home, long author) {
        long id = line.ownId() == null ? Ids.next() : line.ownId();
        LocalDate on = line.words().reviewOn();
        return new TermRow(
                id,
                home.id(),
                author,
                line.words().name(),
                line.words().expansion(),
                line.words().meaning(),
                line.html(),
                Markdown.VERSION,
                line.words().language(),
                line.words().counterpart(),
                line.words().spellings(),
                on == null ? null : on.toString(),
                line.visibility() == null ? home.visibility() : line.visibility(),
                line.created().toString(),
                line.changed().toString(),
                Found.sourceId(line.key(), id));
    }
}
