/// The pages of the library.
@NullMarked
package rounds.web.library;

import org.jspecify.annotations.NullMarked;
