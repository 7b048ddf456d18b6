/// Looks into files that people share: what they are, whether they are taken, and what is written
/// in them. Parsers see a file only in a process of their own, which may do next to nothing.
@NullMarked
package rounds.platform.documents;

import org.jspecify.annotations.NullMarked;
