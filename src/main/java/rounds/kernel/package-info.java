/// The words that every layer shares. Knows the JDK and nothing else.
@NullMarked
package rounds.kernel;

import org.jspecify.annotations.NullMarked;
