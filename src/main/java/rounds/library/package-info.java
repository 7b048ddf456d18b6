/// The library: what a community shares to be used again, version by version.
@NullMarked
package rounds.library;

import org.jspecify.annotations.NullMarked;
