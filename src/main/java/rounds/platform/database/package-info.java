/// PostgreSQL: where it runs, who may enter it, and the one way into a transaction.
@NullMarked
package rounds.platform.database;

import org.jspecify.annotations.NullMarked;
