/// Mail: written in a transaction, sent after it.
@NullMarked
package rounds.platform.mail;

import org.jspecify.annotations.NullMarked;
