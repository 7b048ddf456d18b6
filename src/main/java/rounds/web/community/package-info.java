/// Pages of communities: the directory, a community's home, its members, its door and its
/// government.
@NullMarked
package rounds.web.community;

import org.jspecify.annotations.NullMarked;
