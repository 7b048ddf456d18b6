@NullMarked
package rounds;

import org.jspecify.annotations.NullMarked;
