/// The glossary: what the words and abbreviations of a community mean.
@NullMarked
package rounds.glossary;

import org.jspecify.annotations.NullMarked;
