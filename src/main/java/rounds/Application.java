package rounds;

import io.micronaut.runtime.Micronaut;

/// Starts Rounds.
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}
