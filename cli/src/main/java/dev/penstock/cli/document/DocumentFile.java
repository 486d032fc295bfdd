package dev.penstock.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file as JSON or YAML, as the ending of its name says. */
public final class DocumentFile {

    private DocumentFile() {}

    /** The document, unless there is none or its form is wrong. */
    public static Optional<Document> read(Path file, String shown, Problems problems) {
        boolean json = shown.endsWith(".json");
        if (!json && !shown.endsWith(".yaml") && !shown.endsWith(".yml")) {
            problems.add(
                    Code.UNREADABLE,
                    shown,
                    "The ending of the name does not tell whether this is JSON or YAML.",
                    "Name it .json, .yaml or .yml.");
            return Optional.empty();
        }
        try {
            String text = TextFile.read(file, shown);
            Problems found = new Problems();
            Optional<Document> read = json ? JsonText.read(shown, text, found) : YamlText.read(shown, text, found);
            problems.addAll(found.list());
            return read.filter(document -> found.none()).filter(document -> isSomething(document, problems));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static boolean isSomething(Document document, Problems problems) {
        JsonNode json = document.json();
        if (json.isNull()) {
            problems.add(Code.MALFORMED, document.name(), "There is nothing in it but null.", "Write a value.");
        }
        return !json.isNull();
    }
}
