package rounds.platform.files;

import java.util.Collection;
import java.util.Set;

/// A feature whose rows name files. Every such feature has one: a file that none of them names is
/// removed after a day.
public interface FileOwner {

    /// Those of these hashes that a row of this feature names.
    Set<String> named(Collection<String> hashes);
}
