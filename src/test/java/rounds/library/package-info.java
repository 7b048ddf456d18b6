/// The library, on the real database.
@NullMarked
package rounds.library;

import org.jspecify.annotations.NullMarked;
