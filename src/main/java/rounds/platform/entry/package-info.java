/// What people enter, made ready to be stored.
@NullMarked
package rounds.platform.entry;

import org.jspecify.annotations.NullMarked;
