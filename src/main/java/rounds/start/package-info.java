/// Where newcomers of a community begin.
@NullMarked
package rounds.start;

import org.jspecify.annotations.NullMarked;
