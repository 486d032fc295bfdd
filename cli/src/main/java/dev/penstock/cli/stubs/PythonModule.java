package dev.penstock.cli.stubs;

import static java.util.stream.Collectors.joining;

import dev.penstock.contract.StepTypes;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node.RunContainer;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeDefinition.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A module of Python, standard library only, by which container steps read their inputs and write their outputs. */
public final class PythonModule {

    private static final String RUNTIME = resource("runtime.py");

    private final Spec spec;
    private final Optional<String> image;
    private final PythonNames names = PythonNames.ofModule();

    private PythonModule(Spec spec, Optional<String> image) {
        this.spec = spec;
        this.image = image;
    }

    /** The images that the steps of a pipeline run in. */
    public static List<String> images(Spec spec) {
        return ContainerSteps.of(spec.pipeline()).stream()
                .map(run -> run.container().image())
                .distinct()
                .sorted()
                .toList();
    }

    /** Such as {@code penstock_iris.py}. */
    public static String fileName(Spec spec) {
        return "penstock_%s.py".formatted(spec.name().replace('-', '_'));
    }

    /** The module for all container steps, or for those that run in one image. */
    public static String of(Spec spec, Optional<String> image) {
        return new PythonModule(spec, image).text();
    }

    private String text() {
        Map<RunContainer, StepTypes> steps = new LinkedHashMap<>();
        TreeSet<String> used = new TreeSet<>();
        for (RunContainer run : ContainerSteps.of(spec.pipeline())) {
            if (image.isEmpty() || image.get().equals(run.container().image())) {
                StepTypes types = StepTypes.of(inputs(run), run.output(), spec.types());
                steps.put(run, types);
                used.addAll(types.named());
            }
        }
        PythonTypes types = PythonTypes.of(spec.types(), used, names);
        PythonClasses classes = new PythonClasses(types);
        List<String> definitions = new ArrayList<>();
        used.forEach(name -> classes.definition(name).ifPresent(definitions::add));
        List<String> instances = new ArrayList<>();
        steps.forEach((run, form) -> {
            String inputs = names.claim(camel(run.name()) + "Inputs");
            definitions.add(classes.dataclass(inputs, components(run)));
            instances.add(instance(run, inputs, form, types));
        });
        String defined = String.join("\n\n", definitions);
        return header(defined) + "\n\n" + defined + "\n\n" + RUNTIME + "\n\n" + String.join("\n", instances);
    }

    private String header(String defined) {
        String command = "penstock stubs --python " + spec.name()
                + image.map(name -> " --image " + name).orElse("");
        return resource("header.py")
                .replace("@PIPELINE@", spec.name())
                .replace("@COMMAND@", command)
                .replace("@FILE@", fileName(spec))
                .replace("dataclass, field", defined.contains(" = field(") ? "dataclass, field" : "dataclass")
                .replace("from enum import Enum\n", defined.contains("(Enum):") ? "from enum import Enum\n" : "");
    }

    private String instance(RunContainer run, String inputs, StepTypes form, PythonTypes types) {
        String listed = form.named().stream().map(types::name).collect(joining(", "));
        return """
            %s: Step[%s, %s] = Step(
                %s,
                %s,
                %s,
                [%s],
            )
            """.formatted(
                        names.claim(run.name()),
                        inputs,
                        types.annotation(run.output()),
                        PythonClasses.literal(run.name()),
                        inputs,
                        PythonClasses.literal(form.text()),
                        listed);
    }

    private static List<Component> components(RunContainer run) {
        return inputs(run).entrySet().stream()
                .map(input -> new Component(input.getKey(), input.getValue()))
                .toList();
    }

    private static SortedMap<String, DataType> inputs(RunContainer run) {
        SortedMap<String, DataType> inputs = new TreeMap<>();
        for (Map.Entry<String, Input> input : run.inputs().entrySet()) {
            inputs.put(input.getKey(), input.getValue().type());
        }
        return inputs;
    }

    /** Such as {@code TrainTwice} of {@code train-twice}. */
    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("-", -1)) {
            camel.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private static String resource(String name) {
        try (InputStream in = PythonModule.class.getResourceAsStream("/dev/penstock/cli/stubs/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
