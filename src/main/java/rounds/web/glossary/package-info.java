/// Pages of the glossary.
@NullMarked
package rounds.web.glossary;

import org.jspecify.annotations.NullMarked;
