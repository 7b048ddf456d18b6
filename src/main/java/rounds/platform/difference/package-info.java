/// What changed between two texts.
@NullMarked
package rounds.platform.difference;

import org.jspecify.annotations.NullMarked;
