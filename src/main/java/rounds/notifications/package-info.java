/// Keeping up: what a person watches, what she is told of, what she saved for later. Sees no
/// content feature; reaches content through kernel.ContentOwner.
@NullMarked
package rounds.notifications;

import org.jspecify.annotations.NullMarked;
