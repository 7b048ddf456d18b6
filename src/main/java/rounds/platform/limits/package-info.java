/// How often something may be done.
@NullMarked
package rounds.platform.limits;

import org.jspecify.annotations.NullMarked;
