/// What people put into an order.
@NullMarked
package rounds.platform.order;

import org.jspecify.annotations.NullMarked;
