/// Mail: written in the transaction that causes it, sent after it.
@NullMarked
package rounds.platform.mail;

import org.jspecify.annotations.NullMarked;
