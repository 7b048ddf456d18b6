/// Pages on which newcomers begin.
@NullMarked
package rounds.web.start;

import org.jspecify.annotations.NullMarked;
