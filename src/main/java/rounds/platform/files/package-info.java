/// Files of every size, kept by the hash of what is in them.
@NullMarked
package rounds.platform.files;

import org.jspecify.annotations.NullMarked;
