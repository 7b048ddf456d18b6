package rounds;

import rounds.cli.Rounds;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Where Java enters.
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        // Libraries that know no other log would greet the reader of ours with how they are built.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(Rounds.run(arguments));
    }
}
