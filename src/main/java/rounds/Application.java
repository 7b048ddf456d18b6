package rounds;

import rounds.cli.Rounds;

/// Where Java enters.
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        System.exit(Rounds.run(arguments));
    }
}
