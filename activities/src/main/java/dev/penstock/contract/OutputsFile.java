package dev.penstock.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code outputs.json}, which a stranger wrote. */
final class OutputsFile {

    private static final long MOST_BYTES = 16 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private OutputsFile() {}

    /** What it holds; empty where there is no such file; nothing where it cannot be used. */
    static Optional<ObjectNode> read(Path out, Problems problems) throws IOException {
        Path file = out.resolve(Exchange.OUTPUTS);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return refuse(problems, "It is no regular file.", "Write the file itself, no link to it.");
        }
        if (Files.size(file) > MOST_BYTES) {
            return refuse(
                    problems,
                    "It has %s MiB, and at most %s are read.".formatted(Files.size(file) >> 20, MOST_BYTES >> 20),
                    "Let the output be an artifact, and write it as a file.");
        }
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            if (json instanceof ObjectNode object) {
                return Optional.of(object);
            }
            return refuse(problems, "It holds no JSON object.", "Write an object with the names of the outputs.");
        } catch (JsonProcessingException e) {
            return refuse(problems, "It is not JSON: %s.".formatted(reason(e)), remedy(e));
        }
    }

    private static Optional<ObjectNode> refuse(Problems problems, String message, String remedy) {
        problems.add(Code.MALFORMED, Exchange.OUTPUTS, message, remedy);
        return Optional.empty();
    }

    private static String reason(JsonProcessingException e) {
        String sentence = e.getOriginalMessage()
                .replaceAll("(?s): enable `.*|; (expected|enable).*|\\n.*", "")
                .replaceAll(" \\(start marker at .*\\)", "");
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? sentence
                : "%s at line %s, column %s"
                        .formatted(
                                sentence,
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr());
    }

    private static String remedy(JsonProcessingException e) {
        return e.getOriginalMessage().startsWith("Non-standard token")
                ? "JSON has no number for it: write the text \"NaN\", \"Infinity\" or \"-Infinity\"."
                : "Write it with a library, such as Python's json.";
    }
}
