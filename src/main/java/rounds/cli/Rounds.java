package rounds.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Running;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
            PhiCommand.class,
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
        String sentence =
                switch (failed) {
                    case CannotStart refused -> refused.getMessage();
                    case FileSystemException file -> sentence(file);
                    default -> throw failed;
                };
        command.getErr().println(sentence);
        return CANNOT_START;
    }

    private static String sentence(FileSystemException failed) {
        String what = "The file '" + failed.getFile() + "' cannot be read or written";
        return switch (failed) {
            case NoSuchFileException _ -> what + ": it, or the folder it stands in, is not there.";
            case AccessDeniedException _ -> what + ": the user who runs this may not.";
            default -> what + (failed.getReason() == null ? "." : ": " + failed.getReason() + ".");
        };
    }

    @Override
    public Integer call() {
        return run(Running.SERVE);
    }
}
