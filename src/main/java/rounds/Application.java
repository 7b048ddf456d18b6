package rounds;

import rounds.cli.Rounds;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Where Java enters.
public final class Application {
    /// Held, so that what is set here stays set.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization");

    private Application() {}

    public static void main(String[] arguments) {
        // Libraries that know no other log would greet the reader of ours with how they are built.
        Logger.getLogger("").setLevel(Level.WARNING);
        VECTORS.setLevel(Level.SEVERE);
        System.exit(Rounds.run(arguments));
    }
}
