package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.identity.Handles;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes people in. Somebody whose e-mail address is here already is that person, and nothing of
/// hers is changed.
@Singleton
class PersonWriter {
    private final PersonRepository people;
    private final Rows rows;
    private final Changes changes;

    PersonWriter(PersonRepository people, Rows rows, Changes changes) {
        this.people = people;
        this.rows = rows;
        this.changes = changes;
    }

    /// The people behind these keys, as far as they are here.
    Map<String, Long> find(Collection<String> keys, Run run) {
        Map<String, Long> found =
                Found.byKey(people.find(keys.toArray(String[]::new), Found.ownIds(keys)));
        run.samePeople().forEach(found::putIfAbsent);
        return found;
    }

    void write(List<Numbered<Line.Person>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Long> here = here(lines, run);
        Map<String, Long> byEmail = byEmail(lines);
        FreeHandles handles =
                new FreeHandles(shapes -> people.takenShapes(shapes.toArray(String[]::new)));
        List<PersonRow> fresh = new ArrayList<>();
        List<PersonRow> accounts = new ArrayList<>();
        for (Numbered<Line.Person> numbered : lines) {
            Line.Person person = numbered.line();
            Long known = known(person, here, byEmail, run);
            PersonRow row = row(person, known, handles, run);
            if (known == null) {
                fresh.add(row);
            } else {
                outcome.already(1);
            }
            accounts.add(row);
            here.put(person.key(), row.id());
            if (person.email() != null) {
                byEmail.putIfAbsent(person.email(), row.id());
            }
        }
        insert(fresh, accounts);
        outcome.people(fresh.size());
    }

    private PersonRow row(
            Line.Person person,
            @org.jspecify.annotations.Nullable Long known,
            FreeHandles handles,
            Run run) {
        boolean admin = run.admins() && person.admin();
        if (known != null) {
            return PersonRow.of(person, known, "", "", admin);
        }
        String handle = handles.give(person.handle());
        long id = person.ownId() == null ? Ids.next() : person.ownId();
        return PersonRow.of(person, id, handle, Handles.shape(handle), admin);
    }

    private @org.jspecify.annotations.Nullable Long known(
            Line.Person person, Map<String, Long> here, Map<String, Long> byEmail, Run run) {
        Long byKey = here.get(person.key());
        if (byKey == null && person.ownId() != null) {
            byKey = here.get(Ids.text(person.ownId()));
        }
        if (byKey != null) {
            return byKey;
        }
        Long sameAddress = person.email() == null ? null : byEmail.get(person.email());
        if (sameAddress != null) {
            people.name(sameAddress, person.key());
            run.samePeople().put(person.key(), sameAddress);
        }
        return sameAddress;
    }

    private Map<String, Long> here(List<Numbered<Line.Person>> lines, Run run) {
        Set<String> keys =
                lines.stream().map(line -> line.line().key()).collect(Collectors.toSet());
        lines.stream()
                .map(line -> line.line().ownId())
                .filter(Objects::nonNull)
                .map(Ids::text)
                .forEach(keys::add);
        return find(keys, run);
    }

    private Map<String, Long> byEmail(List<Numbered<Line.Person>> lines) {
        String[] emails =
                lines.stream()
                        .map(line -> line.line().email())
                        .filter(Objects::nonNull)
                        .toArray(String[]::new);
        Map<String, Long> found = new HashMap<>();
        people.byEmail(emails).forEach(row -> found.put(row.email(), row.personId()));
        return found;
    }

    private void insert(List<PersonRow> fresh, List<PersonRow> accounts) {
        if (!fresh.isEmpty()) {
            people.insert(rows.json(fresh));
            changes.appendAll(
                    fresh.stream()
                            .map(row -> new ContentRef(ContentType.PERSON, row.id()))
                            .toList(),
                    What.CREATED);
        }
        // Also for somebody who came without an address the last time.
        people.insertAccounts(rows.json(accounts));
    }
}
