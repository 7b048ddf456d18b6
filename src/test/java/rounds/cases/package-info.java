/// Tests of case stories.
@NullMarked
package rounds.cases;

import org.jspecify.annotations.NullMarked;
