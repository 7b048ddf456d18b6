/// The keepers' pages: how the site is, what needs somebody, what it sends.
@NullMarked
package rounds.web.admin;

import org.jspecify.annotations.NullMarked;
