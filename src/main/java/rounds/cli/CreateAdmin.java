package rounds.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import rounds.identity.Accounts;
import rounds.identity.SignUp;
import rounds.kernel.ProblemException;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Makes the account of the site's keeper.
@Command(
        name = "create-admin",
        description = {
            "Make a confirmed account that may do everything on this site.",
            "Its password is asked for, or read from the first line of the input: never an argument, which everybody"
                    + " on the machine could see."
        })
final class CreateAdmin implements Callable<Integer> {
    @Option(names = "--email", required = true, description = "The address to sign in with.")
    private String email;

    @Option(names = "--name", required = true, description = "The name that others see.")
    private String name;

    @Option(
            names = "--handle",
            description = "The short name; made of the name if it is not given.")
    private @Nullable String handle;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SignUp wanted = new SignUp(name, handle, email, password(), "", null);
        try (Site site = Site.open("create-admin", Map.of())) {
            Optional<String> refused = create(site, wanted);
            refused.ifPresentOrElse(
                    spec.commandLine().getErr()::println,
                    () ->
                            spec.commandLine()
                                    .getOut()
                                    .println(name + " may now sign in with " + email + "."));
            return refused.isPresent() ? 1 : 0;
        }
    }

    /// @return why not, in sentences
    static Optional<String> create(Site site, SignUp wanted) {
        try {
            site.get(Accounts.class).createAdmin(wanted);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(site.inWords(refused.problem()));
        }
    }

    private static String password() throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            return String.valueOf(console.readPassword("Password: "));
        }
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return Objects.requireNonNullElse(input.readLine(), "");
    }
}
