package rounds.kernel;

/// Who is asking. Every read and every write names its viewer; the database decides what that
/// viewer sees.
public sealed interface Viewer {

    Viewer VISITOR = new Visitor();

    /// The person asking, or 0 for a visitor: the form in which the database knows the viewer.
    long personId();

    /// Somebody who has not signed in.
    record Visitor() implements Viewer {
        @Override
        public long personId() {
            return 0;
        }
    }

    /// A person with a living session. `authVersion` is the account's at the time the token was
    /// made: a change of password or a suspension raises the account's, and the database then
    /// refuses every older one.
    record SignedIn(long personId, long sessionId, int authVersion) implements Viewer {}

    /// A program that reads feeds with a person's key: it sees what she may see at that moment, and
    /// writes nothing.
    ///
    /// @param keyHash of the key, in hexadecimal
    record FeedReader(long personId, String keyHash) implements Viewer {}

    /// The person, or the problem that tells a visitor to sign in.
    default SignedIn signedIn() {
        return switch (this) {
            case SignedIn person -> person;
            case Visitor _, FeedReader _ -> throw new ProblemException(new Problem.SignInFirst());
        };
    }
}
