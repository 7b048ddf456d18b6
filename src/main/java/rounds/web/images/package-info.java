/// Images that people send and look at.
@NullMarked
package rounds.web.images;

import org.jspecify.annotations.NullMarked;
