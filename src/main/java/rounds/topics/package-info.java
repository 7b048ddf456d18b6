/// Focus topics: a question that a community pursues for a time, with a living summary that cites
/// its sources.
@NullMarked
package rounds.topics;

import org.jspecify.annotations.NullMarked;
