/// How resources are cited, and how references are taken from and given to other programs.
@NullMarked
package rounds.library.citation;

import org.jspecify.annotations.NullMarked;
