package rounds.community;

import java.time.Instant;
import java.util.List;

/// A person in a community.
///
/// @param roles the codes of what she is there besides being a member
/// @param since when she joined; for those who may not see that, since when she has her oldest role
public record Member(
        long id,
        String handle,
        String name,
        String profession,
        String organisation,
        String place,
        Instant since,
        List<String> roles,
        About about) {}
