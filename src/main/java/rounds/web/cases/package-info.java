/// The pages of case stories: lists, and one to read.
@NullMarked
package rounds.web.cases;

import org.jspecify.annotations.NullMarked;
