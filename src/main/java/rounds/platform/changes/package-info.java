/// The change log: the only way anything leaves a transaction.
@NullMarked
package rounds.platform.changes;

import org.jspecify.annotations.NullMarked;
