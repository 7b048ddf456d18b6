/// Discussions and their posts: opened, answered, edited, read as a tree or by time, moderated.
@NullMarked
package rounds.forum;

import org.jspecify.annotations.NullMarked;
