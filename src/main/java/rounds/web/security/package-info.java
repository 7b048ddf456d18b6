/// Walls around every request: who asks, where it comes from, what a browser may do with the
/// answer.
@NullMarked
package rounds.web.security;

import org.jspecify.annotations.NullMarked;
