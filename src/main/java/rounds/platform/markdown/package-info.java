/// What people write, made into safe HTML. The only maker of HTML from people's words.
@NullMarked
package rounds.platform.markdown;

import org.jspecify.annotations.NullMarked;
