@NullMarked
package rounds.platform.markdown;

import org.jspecify.annotations.NullMarked;
