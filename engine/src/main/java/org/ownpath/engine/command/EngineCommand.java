package org.ownpath.engine.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The mathematics of mastery from the command line; the parent of all its commands. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = "The mathematics of mastery from the command line.",
        subcommands = {FitCommand.class, JudgeCommand.class, SimulateCommand.class})
public final class EngineCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** Entry point. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command with its subcommands. Bad options give one line on standard error and exit code 2. */
    public static CommandLine commandLine() {
        return new CommandLine(new EngineCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((refused, args) -> refuse(refused));
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command was given.");
    }

    private static int refuse(ParameterException refused) {
        CommandLine command = refused.getCommandLine();
        String line = String.valueOf(refused.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        command.getErr()
                .println(line + (line.endsWith(".") ? "" : ".") + " See '"
                        + command.getCommandSpec().qualifiedName() + " --help'.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
