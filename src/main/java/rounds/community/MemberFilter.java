package rounds.community;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Which members are looked for. What is empty leaves all; the rest counts whatever its accents and
/// capital letters.
///
/// @param words each must begin a word of what they say of themselves, or of their name
/// @param role the code of a role they must have
/// @param since the day from which on they joined; absent: any
public record MemberFilter(
        String words,
        String role,
        String profession,
        String organisation,
        String place,
        String expertise,
        String emr,
        @Nullable LocalDate since) {
    public static final MemberFilter NONE = new MemberFilter("", "", "", "", "", "", "", null);

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9000, 1, 1);

    public static MemberFilter words(String words) {
        return new MemberFilter(words, "", "", "", "", "", "", null);
    }

    // The database keeps no day that is much further away.
    Instant from() {
        if (since == null || since.isBefore(FIRST)) {
            return Instant.EPOCH;
        }
        return (since.isAfter(LAST) ? LAST : since).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
