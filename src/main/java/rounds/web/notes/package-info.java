/// Private notes.
@NullMarked
package rounds.web.notes;

import org.jspecify.annotations.NullMarked;
