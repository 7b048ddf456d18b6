/// Takes whole communities in and gives them out again, as JSON Lines: import, export, and the
/// sample community.
@NullMarked
package rounds.interchange;

import org.jspecify.annotations.NullMarked;
