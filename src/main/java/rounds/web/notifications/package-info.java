/// Pages of what a person watches, is told of, and has saved.
@NullMarked
package rounds.web.notifications;

import org.jspecify.annotations.NullMarked;
