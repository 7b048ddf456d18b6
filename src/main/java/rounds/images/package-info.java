/// Pictures that people show each other: taken in, made anew without what their file tells of its
/// maker, kept in several sizes, and read where the posts can be read that they stand in.
@NullMarked
package rounds.images;

import org.jspecify.annotations.NullMarked;
