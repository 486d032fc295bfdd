package dev.penstock.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Dockerfile says about running its image.
 *
 * @param words of ENTRYPOINT and CMD together; empty where there is neither
 * @param folder the last WORKDIR
 */
record Dockerfile(List<String> words, Optional<String> folder) {

    private static final Pattern INSTRUCTION = Pattern.compile("(?s)\\s*([A-Za-z]+)\\s+(.*)");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    Dockerfile {
        words = List.copyOf(words);
    }

    /** ENTRYPOINT or CMD is there, but not as a list of words. */
    static final class ShellForm extends Exception {
        private static final long serialVersionUID = 1;

        ShellForm(String instruction) {
            super(instruction);
        }
    }

    static Dockerfile parse(String text) throws ShellForm {
        Optional<String> entryPoint = Optional.empty();
        Optional<String> command = Optional.empty();
        Optional<String> folder = Optional.empty();
        for (String line : lines(text)) {
            Matcher instruction = INSTRUCTION.matcher(line);
            if (!instruction.matches()) {
                continue;
            }
            String rest = instruction.group(2).strip();
            switch (instruction.group(1).toUpperCase(Locale.ROOT)) {
                case "FROM" -> {
                    // A stage begins; what an earlier one runs does not count.
                    entryPoint = Optional.empty();
                    command = Optional.empty();
                    folder = Optional.empty();
                }
                case "ENTRYPOINT" -> {
                    entryPoint = Optional.of(rest);
                    command = Optional.empty();
                }
                case "CMD" -> command = Optional.of(rest);
                case "WORKDIR" -> folder = Optional.of(rest);
                default -> {}
            }
        }
        List<String> words = new ArrayList<>();
        if (entryPoint.isPresent()) {
            words.addAll(words("ENTRYPOINT", entryPoint.get()));
        }
        if (command.isPresent()) {
            words.addAll(words("CMD", command.get()));
        }
        return new Dockerfile(words, folder);
    }

    /** Instructions without comments, each on one line. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.stripLeading().startsWith("#")) {
                continue;
            }
            String stripped = line.stripTrailing();
            if (stripped.endsWith("\\")) {
                open.append(stripped, 0, stripped.length() - 1).append(' ');
            } else {
                lines.add(open.append(stripped).toString());
                open.setLength(0);
            }
        }
        lines.add(open.toString());
        return lines;
    }

    private static List<String> words(String instruction, String text) throws ShellForm {
        List<String> words = new ArrayList<>();
        try {
            JsonNode json = MAPPER.readTree(text);
            boolean isList = json != null && json.isArray();
            for (JsonNode word : isList ? json : MAPPER.createArrayNode().addNull()) {
                if (!word.isTextual()) {
                    throw new ShellForm(instruction + " " + text);
                }
                words.add(word.textValue());
            }
            return words;
        } catch (JsonProcessingException e) {
            ShellForm shellForm = new ShellForm(instruction + " " + text);
            shellForm.initCause(e);
            throw shellForm;
        }
    }
}
