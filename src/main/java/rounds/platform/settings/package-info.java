/// What the site's keeper has decided, read once at start and checked before anything runs.
@NullMarked
package rounds.platform.settings;

import org.jspecify.annotations.NullMarked;
