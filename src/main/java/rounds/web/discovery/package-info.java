/// What programs ask a site for before they read it: site map, rules for robots, well-known
/// addresses.
@NullMarked
package rounds.web.discovery;

import org.jspecify.annotations.NullMarked;
