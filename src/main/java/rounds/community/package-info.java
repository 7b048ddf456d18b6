/// Communities of practice: who is in them, in which role, and what each role may do.
@NullMarked
package rounds.community;

import org.jspecify.annotations.NullMarked;
