package dev.penstock.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.container.Container;
import dev.penstock.option.PipelineSettings;
import dev.penstock.option.Setting;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Specs made by hand, with mistakes that no traced pipeline can make. */
final class Specs {

    static final Site AT = new Site("P.java", 7);
    static final Expression IN = new Expression.PipelineInput();

    private Specs() {}

    /** A pipeline from {@code Params(int number, list<int> numbers, optional<string> note, Shape shape)} to an int. */
    static Spec spec(Node... nodes) {
        return of(pipeline("p", new Graph(List.of(nodes), Optional.of(get(IN, "number")))));
    }

    static Spec of(PipelineSpec pipeline) {
        return new Spec(Spec.SCHEMA, pipeline, types());
    }

    static PipelineSpec pipeline(String name, Graph graph) {
        return new PipelineSpec(
                name,
                "P",
                PipelineSettings.none(),
                type("Params"),
                type("int"),
                Optional.empty(),
                graph,
                Optional.empty(),
                Optional.empty(),
                new Site("P.java", 1));
    }

    static Types types() {
        SortedMap<String, TypeDefinition> types = new TreeMap<>();
        types.put(
                "Params", record(false, "number: int", "numbers: list<int>", "note: optional<string>", "shape: Shape"));
        types.put("Shape", new TypeDefinition.FamilyType(List.of("Circle", "Square")));
        types.put("Circle", record(true, "name: string", "radius: double"));
        types.put("Square", record(true, "name: string", "side: int"));
        types.put("Color", new TypeDefinition.EnumType(List.of("RED", "GREEN")));
        types.put("Classifier", new TypeDefinition.ArtifactType(ArtifactKind.MODEL));
        types.put("dev.penstock.flow.Failure", record(false, "message: string"));
        types.put("dev.penstock.flow.Ending", record(false, "result: string"));
        types.put("dev.penstock.flow.Approved<int>", record(false, "value: int", "by: list<string>"));
        return new Types(types);
    }

    static TypeDefinition.RecordType record(boolean tagged, String... components) {
        return new TypeDefinition.RecordType(
                Arrays.stream(components)
                        .map(text -> new Component(
                                text.substring(0, text.indexOf(':')), type(text.substring(text.indexOf(':') + 2))))
                        .toList(),
                tagged);
    }

    static DataType type(String text) {
        return DataType.parse(text);
    }

    static Expression get(Expression of, String component) {
        return new Expression.Get(of, component);
    }

    static Expression output(String step) {
        return new Expression.Output(step);
    }

    static Expression constant(String json, String type) {
        return new Expression.Constant(json(json), type(type));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call that reads some values as they are, so that nothing dangles. */
    static Node.Call call(String name, String output, Input... inputs) {
        return new Node.Call(
                name, new Method("Service", name), List.of(inputs), type(output), List.of(), List.of(), AT);
    }

    static Input input(Expression from, String type) {
        return new Input(from, type(type));
    }

    static Node.Apply apply(String name, Expression from, List<String> after, Setting... settings) {
        return new Node.Apply(
                name,
                new Method("Functions", name),
                List.of(input(from, "int")),
                type("int"),
                after,
                List.of(settings),
                AT);
    }

    static Node.RunContainer container(String name, Container container, Setting... settings) {
        SortedMap<String, Input> inputs = new TreeMap<>();
        inputs.put("number", input(get(IN, "number"), "int"));
        return new Node.RunContainer(name, inputs, container, type("Classifier"), List.of(), List.of(settings), AT);
    }

    static Graph graph(Expression result, Node... nodes) {
        return new Graph(List.of(nodes), Optional.of(result));
    }

    /** The problems of a spec after its way through a file. */
    static List<Problem> problems(Spec spec) {
        return Validation.of(Spec.parse(spec.toJson(), "p.json"));
    }

    /** Each problem as its code and message. */
    static List<String> told(Spec spec) {
        return problems(spec).stream()
                .map(problem -> problem.code().text() + ": " + problem.message())
                .toList();
    }
}
