package rounds.search;

import java.io.IOException;

/// What lies in the folder is no index of ours any more: built anew, not tried again.
final class DamagedIndexException extends IOException {
    DamagedIndexException(Throwable cause) {
        super("The index cannot be read.", cause);
    }
}
