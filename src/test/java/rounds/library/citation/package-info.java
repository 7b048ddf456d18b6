/// Citations, without a database.
@NullMarked
package rounds.library.citation;

import org.jspecify.annotations.NullMarked;
