/// Atom feeds: of what is public by plain addresses, of the rest with a key in the address.
@NullMarked
package rounds.web.feeds;

import org.jspecify.annotations.NullMarked;
