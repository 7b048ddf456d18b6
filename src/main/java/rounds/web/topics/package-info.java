/// The pages of focus topics: lists, and one to read.
@NullMarked
package rounds.web.topics;

import org.jspecify.annotations.NullMarked;
