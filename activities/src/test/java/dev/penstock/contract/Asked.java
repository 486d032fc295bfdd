package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.container.Container;
import dev.penstock.step.Placement;
import dev.penstock.step.StepAttempt;
import dev.penstock.step.StepTask.ContainerTask;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a runner is asked to do: a container, inputs with their types, and the type of the output. */
public final class Asked implements StepAttempt {

    private final Container container;
    private final TypeReader types = new TypeReader();
    private final SortedMap<String, DataType> inputs = new TreeMap<>();
    private final Map<String, JsonNode> values = new ConcurrentHashMap<>();
    private final Queue<JsonNode> progress = new ConcurrentLinkedQueue<>();
    private final DataType output;
    private String path = "train";
    private int number = 1;

    private Asked(Container container, Type output) {
        this.container = container;
        this.output = types.read(output);
    }

    public static Asked of(Container container, Type output) {
        return new Asked(container, output);
    }

    public static Asked of(Type output) {
        return new Asked(Container.image("test"), output);
    }

    public Asked with(String name, Type type, String json) {
        inputs.put(name, types.read(type));
        values.put(name, json(json));
        return this;
    }

    public Asked at(String otherPath) {
        path = otherPath;
        return this;
    }

    public Asked attempt(int other) {
        number = other;
        return this;
    }

    public ContainerTask task() {
        return new ContainerTask(container, inputs, output, types.types(), List.of(), Placement.anywhere());
    }

    public static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<JsonNode> told() {
        return List.copyOf(progress);
    }

    @Override
    public String run() {
        return "iris-monday";
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public JsonNode input(String name) {
        return values.get(name);
    }

    @Override
    public void progress(JsonNode details) {
        progress.add(details);
    }
}
