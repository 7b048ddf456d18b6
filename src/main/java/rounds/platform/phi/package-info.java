/// What could identify a patient in a text: one check for everything people write or share.
@NullMarked
package rounds.platform.phi;

import org.jspecify.annotations.NullMarked;
