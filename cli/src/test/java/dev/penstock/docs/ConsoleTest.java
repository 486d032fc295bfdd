package dev.penstock.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.Outcome;
import dev.penstock.examples.hello.Hello;
import dev.penstock.examples.iris.IrisPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sessions that the documentation shows, run as they stand there. */
final class ConsoleTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (file|exit) (\\S+) -->\n)?```(console|yaml)\n(.*?)```", Pattern.DOTALL);
    private static final String COMMAND = "$ ./penstock ";

    @TempDir
    Path folder;

    /** One command and the output shown below it. */
    private record Shown(List<String> arguments, String output) {}

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/command-line.md", "docs/run-a-pipeline.md"})
    void printsWhatIsShown(String page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..").resolve(page)));
        int ran = 0;
        while (block.find()) {
            if (block.group(3).equals("yaml")) {
                Files.writeString(folder.resolve(block.group(2)), block.group(4));
                continue;
            }
            int code = "exit".equals(block.group(1)) ? Integer.parseInt(block.group(2)) : 0;
            for (Shown shown : commands(block.group(4))) {
                run(shown, code);
                ran++;
            }
        }
        assertThat(ran).isGreaterThanOrEqualTo(4);
    }

    private static List<Shown> commands(String block) {
        List<Shown> commands = new ArrayList<>();
        for (String part : block.split("(?m)^(?=\\$ )", -1)) {
            if (part.startsWith(COMMAND)) {
                int end = part.indexOf('\n');
                List<String> arguments =
                        Arrays.asList(part.substring(COMMAND.length(), end).split(" ", -1));
                commands.add(new Shown(arguments, part.substring(end + 1)));
            }
        }
        return commands;
    }

    private void run(Shown shown, int code) {
        Outcome outcome = Call.in(folder)
                .with(new Hello(), new IrisPipeline())
                .env("PENSTOCK_TEMPORAL_TARGET", "embedded")
                .run(shown.arguments().toArray(String[]::new));
        String printed = outcome.out() + outcome.err();
        assertThat(outcome.code()).as(shown + printed).isEqualTo(code);
        if (!shown.output().isBlank()) {
            assertThat(printed).as("output of %s", shown.arguments()).matches(pattern(shown.output()));
        }
    }

    /** A line of "…" stands for any lines, one inside a line for the rest of it. */
    private static Pattern pattern(String output) {
        StringBuilder pattern = new StringBuilder();
        for (String line : output.stripTrailing().split("\n", -1)) {
            pattern.append(line.equals("…") ? "(.*\n)*?" : Pattern.quote(line).replace("…", "\\E.*\\Q") + "\n");
        }
        return Pattern.compile(pattern + "\\s*");
    }
}
