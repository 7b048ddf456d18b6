package rounds.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Running;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// The command `rounds` and the commands below it.
@Command(
        name = "rounds",
        description = "A forum for physicians' communities of practice.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            Serve.class,
            ImportCommand.class,
            ExportCommand.class,
            ReindexCommand.class,
            CheckCommand.class,
            CreateAdmin.class,
            SampleCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Rounds implements Callable<Integer> {
    /// A setting is wrong, or the site is not in a state to do this.
    private static final int CANNOT_START = 2;

    private Rounds() {}

    /// Runs one command to its end.
    ///
    /// @return the code to exit with: 0 done, 1 failed, 2 a wrong word or setting
    public static int run(String... arguments) {
        return new CommandLine(new Rounds())
                .setExecutionExceptionHandler(Rounds::explain)
                .execute(arguments);
    }

    private static int explain(Exception failed, CommandLine command, ParseResult parsed)
            throws Exception {
        if (failed instanceof CannotStart refused) {
            PrintWriter out = command.getErr();
            out.println(refused.getMessage());
            return CANNOT_START;
        }
        throw failed;
    }

    @Override
    public Integer call() {
        return run(Running.SERVE);
    }
}
