package rounds.library;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What others may do with a resource. The Creative Commons licences are those of version 4.0 and
/// CC0 1.0 (creativecommons.org/share-your-work/cclicenses).
public enum Licence {
    /// Nobody has said.
    UNKNOWN,
    CC0,
    CC_BY,
    CC_BY_SA,
    CC_BY_NC,
    CC_BY_NC_SA,
    CC_BY_ND,
    CC_BY_NC_ND,
    PUBLIC_DOMAIN,
    /// Who shared it made it, for this community.
    OWN,
    /// Others hold the copyright, and let it be shared here.
    OTHERS;

    /// As it stands in the database and in the API: `cc-by-sa`; empty where nobody has said.
    public String code() {
        return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws ProblemException invalid on `licence`, for what is none
    public static Licence of(String code) {
        return Arrays.stream(values())
                .filter(licence -> licence.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("licence", "library.licence.none-such"));
    }

    /// Where its terms stand; empty where it has none of its own.
    public String terms() {
        if (this == CC0) {
            return "https://creativecommons.org/publicdomain/zero/1.0/";
        }
        return code().startsWith("cc-")
                ? "https://creativecommons.org/licenses/" + code().substring(3) + "/4.0/"
                : "";
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Licence::code).toList();
    }
}
