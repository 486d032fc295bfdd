package dev.penstock.wrong;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Compiles sources with javac as users do, and keeps what it prints about each file. */
record Compilation(List<Complaint> errors) {

    private static final Pattern HEAD = Pattern.compile(".*?(\\w+\\.java):(\\d+): error: (.*)");

    /** One error: its place, and javac's words without the echo of the user's line and the caret below it. */
    record Complaint(String file, int line, List<String> words) {}

    static Compilation of(List<WrongPipeline> pipelines, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-proc:none", "-Xmaxerrs", "999"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        for (WrongPipeline pipeline : pipelines) {
            Path source = folder.resolve(pipeline.fileName());
            Files.writeString(source, pipeline.source());
            arguments.add(source.toString());
        }
        StringWriter printed = new StringWriter();
        try (PrintWriter out = new PrintWriter(printed)) {
            int code = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
            return new Compilation(
                    code == 0 ? List.of() : read(printed.toString().lines().toList()));
        }
    }

    private static List<Complaint> read(List<String> lines) {
        List<Complaint> errors = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = HEAD.matcher(lines.get(i));
            if (head.matches()) {
                words = new ArrayList<>(List.of(head.group(3)));
                errors.add(new Complaint(head.group(1), Integer.parseInt(head.group(2)), words));
            } else if (!isEcho(lines, i) && !lines.get(i).matches("Note: .*|\\d+ errors?")) {
                words.add(lines.get(i));
            }
        }
        return errors;
    }

    /** The user's own line, which stands above a caret, or that caret. */
    private static boolean isEcho(List<String> lines, int i) {
        boolean caret = lines.get(i).strip().equals("^");
        return caret || (i + 1 < lines.size() && lines.get(i + 1).strip().equals("^"));
    }

    List<Complaint> of(WrongPipeline pipeline) {
        return errors.stream()
                .filter(error -> error.file().equals(pipeline.fileName()))
                .toList();
    }
}
