@NullMarked
package rounds.search;

import org.jspecify.annotations.NullMarked;
