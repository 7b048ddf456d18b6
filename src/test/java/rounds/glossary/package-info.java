/// The glossary, on the real database.
@NullMarked
package rounds.glossary;

import org.jspecify.annotations.NullMarked;
