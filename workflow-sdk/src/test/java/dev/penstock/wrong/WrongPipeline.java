package dev.penstock.wrong;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** One wrong pipeline: what is wrong, who refuses it, and its code. */
record WrongPipeline(String title, String refusedBy, String code, String className) {

    private static final String HERE = "// here";
    private static final String AT_VOCABULARY = "// at vocabulary: ";

    static List<WrongPipeline> all() throws IOException {
        try (InputStream stream = WrongPipeline.class.getResourceAsStream("wrong-pipelines.txt")) {
            String text = new String(stream.readAllBytes(), UTF_8);
            String[] sections = text.split("(?m)^== ", -1);
            List<WrongPipeline> all = new ArrayList<>();
            for (int i = 1; i < sections.length; i++) {
                String[] parts = sections[i].strip().split("\n", 3);
                all.add(new WrongPipeline(
                        parts[0], parts[1].replace("refused by: ", ""), parts[2], "Wrong%02d".formatted(i)));
            }
            return all;
        }
    }

    boolean byJavac() {
        return refusedBy.startsWith("javac");
    }

    String source() {
        return """
            package wrong;

            import static dev.penstock.flow.Check.*;
            import static dev.penstock.option.StepOption.*;
            import dev.penstock.flow.*;
            import dev.penstock.wrong.WrongPipelineVocabulary.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;

            public final class %s implements Pipeline<Params, String> {
                public Value<String> define(Flow flow, Value<Params> in) {
                    Value<Raw> raw = flow.run(new Ingest(in.get(Params::source)), named("given-raw"));
                    Value<Features> features = flow.run(new Clean(raw, 0.1), named("given-features"));
                    Value<Classifier> model = flow.run(new Learn<>(features), named("given-model"));
                    Value<Version> version = flow.call(Registry::register, named("given-version")).with(model);
                    Value<Split> split = Value.combine(Split::new).of(features, features);
                    Value<Integer> depth = in.get(Params::depth);
                    Value<List<Integer>> depths = in.get(Params::depths);
                    Value<Double> accuracy = in.get(Params::bar);
                    Value<Boolean> flag = Value.of(true);
                    Condition good = accuracy.is(atLeast(0.5));
            %s
                    return Value.of("done");
                }
            }
            """.formatted(className, code.indent(8).stripTrailing());
    }

    String fileName() {
        return className + ".java";
    }

    /** The place at which the mistake must be reported. */
    String place(String vocabulary) {
        int marker = code.indexOf(AT_VOCABULARY);
        return marker < 0
                ? fileName() + ":" + line(source(), HERE)
                : "WrongPipelineVocabulary.java:"
                        + line(
                                vocabulary,
                                code.substring(marker + AT_VOCABULARY.length()).strip());
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    /** The code without its marker, for people. */
    String shown() {
        return code.replaceAll(" *// (here|at vocabulary: .*)", "");
    }
}
