/// The command line: how Rounds is started, and what its keeper does beside it.
@NullMarked
package rounds.cli;

import org.jspecify.annotations.NullMarked;
