/// The JSON API, for programs: the same use cases as the pages, a bearer token instead of cookies.
@NullMarked
package rounds.web.api;

import org.jspecify.annotations.NullMarked;
