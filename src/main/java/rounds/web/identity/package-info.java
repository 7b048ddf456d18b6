/// Pages of people: getting in, what others see of them, and their settings.
@NullMarked
package rounds.web.identity;

import org.jspecify.annotations.NullMarked;
