/// The frame of all pages: theme, templates, messages, forms, and the one answer to trouble.
@NullMarked
package rounds.web.page;

import org.jspecify.annotations.NullMarked;
