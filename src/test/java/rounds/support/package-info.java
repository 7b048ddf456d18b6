/// What tests of every part share.
@NullMarked
package rounds.support;

import org.jspecify.annotations.NullMarked;
