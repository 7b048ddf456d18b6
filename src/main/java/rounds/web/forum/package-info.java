/// Pages of discussions: lists, threads, writing, moderation.
@NullMarked
package rounds.web.forum;

import org.jspecify.annotations.NullMarked;
