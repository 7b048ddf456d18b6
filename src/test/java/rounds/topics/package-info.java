/// Tests of focus topics.
@NullMarked
package rounds.topics;

import org.jspecify.annotations.NullMarked;
