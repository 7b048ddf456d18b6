/// People: who they are, how they sign in, and how they stay signed in.
@NullMarked
package rounds.identity;

import org.jspecify.annotations.NullMarked;
