package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.cli.document.Document;
import dev.penstock.cli.document.DocumentFile;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Spec;
import dev.penstock.type.Conformance;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.JsonDecoder;
import dev.penstock.type.RefusedValueException;
import dev.penstock.type.Types;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the input of a run of one pipeline: its defaults, then a file, then flags. */
public final class InputReader {

    private final PipelineSpec pipeline;
    private final Types types;
    private final Shapes shapes;
    private final Overlay overlay;
    private final Problems problems = new Problems();

    private InputReader(Spec spec) {
        this.pipeline = spec.pipeline();
        this.types = spec.types();
        this.shapes = new Shapes(types);
        this.overlay = new Overlay(types, pipeline.input());
    }

    /** The input; {@code javaType}, where the pipeline's class is at hand, lets its record refuse values too. */
    public static RunInput read(Spec spec, Optional<Type> javaType, Given given, Path directory, Problems problems) {
        InputReader reader = new InputReader(spec);
        RunInput input = reader.read(given, javaType, directory);
        problems.addAll(reader.problems.list());
        return input;
    }

    private RunInput read(Given given, Optional<Type> javaType, Path directory) {
        pipeline.defaults().ifPresent(value -> overlay.put(value, new Origin.Defaults(pipeline.name())));
        given.file().ifPresent(file -> file(directory.resolve(file), file));
        given.whole().ifPresent(text -> whole(text, given.file()));
        Assignment.parse(given.assignments(), problems).forEach(this::assign);

        Optional<JsonNode> checked = checked(given);
        checked.ifPresent(json -> javaType.ifPresent(type -> decode(json, type)));
        JsonNode shown = checked.orElse(overlay.json());
        return new RunInput(
                pipeline.input().shortText(),
                checked.filter(json -> problems.none()),
                new ParameterTable(shapes, overlay).of(pipeline.input(), shown));
    }

    private void file(Path file, String shown) {
        Optional<Document> document = DocumentFile.read(file, shown, problems);
        document.ifPresent(found -> overlay.put(found.json(), new Origin.InFile(found)));
    }

    private void whole(String text, Optional<String> file) {
        if (shapes.record(pipeline.input(), null).isPresent()) {
            problems.add(
                    Code.WRONG_TYPE,
                    "--input",
                    "The input of %s is a record, %s."
                            .formatted(pipeline.name(), pipeline.input().shortText()),
                    "Give its components with --param name=value, or in a file with --params.");
            return;
        }
        if (file.isPresent()) {
            problems.add(
                    Code.REPEATED_OPTION,
                    "--input",
                    "The whole input is given twice, here and in %s.".formatted(file.get()),
                    "Keep one of the two.");
            return;
        }
        attempt(() -> overlay.put(
                new FlagText("--input", shapes).read(text, pipeline.input()), new Origin.Flag("--input", "$")));
    }

    private void assign(Assignment assignment) {
        if (!shapes.hasParts(pipeline.input())) {
            problems.add(
                    Code.UNKNOWN_NAME,
                    assignment.option(),
                    "The input of %s is of type %s, which has no parts."
                            .formatted(pipeline.name(), pipeline.input().shortText()),
                    "Give it whole: " + FlagExample.input(types, pipeline.input()));
            return;
        }
        attempt(() -> {
            DottedName name = DottedName.find(assignment.name(), pipeline.input(), shapes, overlay.json());
            JsonNode value = new FlagText(assignment.option(), shapes).read(assignment.text(), name.type());
            overlay.put(name.names(), value, new Origin.Flag(assignment.option(), name.path()));
        });
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
    }

    private Optional<JsonNode> checked(Given given) {
        JsonNode json = overlay.json();
        if (json.isMissingNode() && pipeline.input() instanceof OptionalOf) {
            return Optional.of(NullNode.instance);
        }
        boolean record = shapes.record(pipeline.input(), null).isPresent();
        if (json.isMissingNode() && given.isComplete() && record) {
            json = JsonNodeFactory.instance.objectNode();
        }
        if (json.isMissingNode()) {
            if (given.isComplete() && problems.none()) {
                problems.add(
                        Code.MISSING_VALUE,
                        "--input",
                        "%s needs an input, which is of type %s."
                                .formatted(pipeline.name(), pipeline.input().shortText()),
                        "Give it: " + FlagExample.input(types, pipeline.input()));
            }
            return Optional.empty();
        }
        // What could not be read would count as missing, although the user gave it.
        boolean lenient =
                (given.nothing() && !given.isComplete() && pipeline.defaults().isEmpty()) || !problems.none();
        Problems found = new Problems();
        JsonNode canonical = new Conformance(types, UnaryOperator.identity(), found).check(json, pipeline.input());
        Relocation relocation = new Relocation(types, pipeline.input(), overlay, given.file());
        List<Problem> relevant = found.list().stream()
                .filter(problem -> !lenient || problem.code() != Code.MISSING_VALUE)
                .map(relocation::of)
                .toList();
        problems.addAll(relevant);
        return found.none() ? Optional.of(canonical) : Optional.empty();
    }

    private void decode(JsonNode json, Type type) {
        try {
            new JsonDecoder().decode(json, type);
        } catch (RefusedValueException e) {
            problems.add(
                    Code.REFUSED_VALUE,
                    overlay.origin(e.path()).where(e.path()),
                    "The pipeline refuses it: %s."
                            .formatted(String.valueOf(e.getMessage()).replaceFirst("\\.$", "")),
                    "Give a value that it accepts.");
        }
    }
}
