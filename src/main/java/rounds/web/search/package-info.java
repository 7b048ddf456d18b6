/// The page of search.
@NullMarked
package rounds.web.search;

import org.jspecify.annotations.NullMarked;
