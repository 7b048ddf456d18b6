package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A member as the queries return her.
///
/// @param who the first of the two lines with which she introduced herself; absent without one
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
        String[] expertise,
        String[] emr,
        @Nullable String who,
        @Nullable String hopes,
        String sortKey) {

    Member member() {
        return new Member(
                id,
                handle,
                name,
                profession,
                organisation,
                place,
                since,
                List.of(roles),
                new About(List.of(expertise), List.of(emr), Introduction.of(who, hopes)));
    }
}
