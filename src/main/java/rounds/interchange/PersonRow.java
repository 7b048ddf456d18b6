package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A person as a column list of the tables `person` and `account`.
@Serdeable(naming = SnakeCaseStrategy.class)
record PersonRow(
        long id,
        String handle,
        String handleShape,
        String name,
        @Nullable String email,
        boolean admin,
        @Nullable String timeZone,
        @Nullable String language,
        String profession,
        String organisation,
        String place,
        String about,
        List<String> expertise,
        List<String> emr,
        List<String> languages,
        String createdAt,
        @Nullable String sourceId) {

    static PersonRow of(Line.Person person, long id, String handle, String shape, boolean admin) {
        return new PersonRow(
                id,
                handle,
                shape,
                person.name().isEmpty() ? handle : person.name(),
                person.email(),
                admin,
                person.timeZone(),
                person.language(),
                person.profession(),
                person.organisation(),
                person.place(),
                person.about(),
                person.expertise(),
                person.emr(),
                person.languages(),
                person.created().toString(),
                Found.sourceId(person.key(), id));
    }
}
