/// Case stories: what happened, what was done, what came of it and what was learned, told so that
/// nobody is known by it.
@NullMarked
package rounds.cases;

import org.jspecify.annotations.NullMarked;
