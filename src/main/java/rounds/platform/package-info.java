/// Technical things that know no feature.
@NullMarked
package rounds.platform;

import org.jspecify.annotations.NullMarked;
