/// Discussions, on the real database.
@NullMarked
package rounds.forum;

import org.jspecify.annotations.NullMarked;
