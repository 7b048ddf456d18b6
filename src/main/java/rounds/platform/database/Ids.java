package rounds.platform.database;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;

import rounds.kernel.ProblemException;

import java.security.SecureRandom;

/// Identifiers of everything: 64 bits, in order of time, not countable, so that an id tells nobody
/// how much there is that she may not see. People see them as 13 characters.
public final class Ids {
    private static final TsidFactory FACTORY =
            TsidFactory.builder().withRandom(new SecureRandom()).build();

    public static long next() {
        return FACTORY.create().toLong();
    }

    public static String text(long id) {
        return Tsid.from(id).toLowerCase();
    }

    /// The id written so, or the problem that nothing is there: an address with a broken id leads
    /// nowhere.
    public static long parse(String text) {
        if (!Tsid.isValid(text)) {
            throw ProblemException.notFound();
        }
        return Tsid.from(text).toLong();
    }

    /// Whether this is how an id is written.
    public static boolean isId(String text) {
        return Tsid.isValid(text);
    }

    private Ids() {}
}
