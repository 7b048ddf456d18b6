/// The index that follows the change log, and asking it. Knows no content feature: content comes
/// through [rounds.kernel.ContentOwner].
@NullMarked
package rounds.search;

import org.jspecify.annotations.NullMarked;
