package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.List;

/// A member as the queries return her.
///
/// @param sortKey by which the list is ordered
@MappedEntity("person")
record MemberRow(
        @Id long id,
        String handle,
        String name,
        String profession,
        String organisation,
        String place,
        Instant since,
        String[] roles,
        String sortKey) {

    Member member() {
        return new Member(id, handle, name, profession, organisation, place, since, List.of(roles));
    }
}
