/// What people see and send: pages and their controllers.
@NullMarked
package rounds.web;

import org.jspecify.annotations.NullMarked;
