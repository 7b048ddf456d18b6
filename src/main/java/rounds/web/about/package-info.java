/// Pages that explain the site.
@NullMarked
package rounds.web.about;

import org.jspecify.annotations.NullMarked;
