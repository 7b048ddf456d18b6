/// Pages that are open learn at once what has happened on them.
@NullMarked
package rounds.web.live;

import org.jspecify.annotations.NullMarked;
