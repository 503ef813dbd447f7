package org.ownpath;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program for node that speaks with the product by libraries that nobody here wrote. Tests that need one are skipped where
 * there is no node.
 *
 * @param folder of {@code src/test} with the script and its package
 * @param library one of the libraries from npm, by which it is seen whether they are there
 */
public record NodeProgram(String folder, String script, String library) {

    /** Runs it, installed first where that is to be done; gives what it wrote. */
    public String run(String input) throws IOException, InterruptedException {
        install();
        return run(List.of("node", script), input);
    }

    /** Starts it, installed first where that is to be done, and waits until it says that it is ready. It ends with its input. */
    public Process start(String input) throws IOException, InterruptedException {
        install();
        Process process = new ProcessBuilder("node", script)
                .directory(place().toFile())
                .redirectErrorStream(true)
                .start();
        process.outputWriter().append(input).append("\n").flush();
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return process;
            }
            said.append(line).append('\n');
        }
        throw new IOException(script + ": " + said);
    }

    private Path place() {
        return Path.of("target", folder);
    }

    private void install() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere("node") && isThere("npm"), "skipped: node and npm are not on the PATH");
        synchronized (NodeProgram.class) {
            Files.createDirectories(place());
            for (String file : List.of("package.json", "package-lock.json", ".npmrc", script)) {
                byte[] content = Files.readAllBytes(Path.of("src", "test", folder, file));
                Files.write(place().resolve(file), content);
            }
            if (!Files.exists(place().resolve("node_modules").resolve(library))) {
                run(List.of("npm", "ci"), "");
            }
        }
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String run(List<String> command, String input) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("answer", ".json");
        Path question = Files.createTempFile("question", ".json");
        Files.writeString(question, input);
        Process process = new ProcessBuilder(command)
                .directory(place().toFile())
                .redirectInput(question.toFile())
                .redirectOutput(answer.toFile())
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + Files.readString(answer));
        }
        return Files.readString(answer, StandardCharsets.UTF_8);
    }
}
