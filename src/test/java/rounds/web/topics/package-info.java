/// The pages of focus topics.
@NullMarked
package rounds.web.topics;

import org.jspecify.annotations.NullMarked;
