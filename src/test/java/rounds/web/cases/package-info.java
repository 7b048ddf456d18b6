/// The pages of case stories.
@NullMarked
package rounds.web.cases;

import org.jspecify.annotations.NullMarked;
