package dev.penstock.testing.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Pipeline;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of the source is no part of a pipeline. */
final class DigestOfReformattedSourceTest {

    private static final String SPACIOUS = """
            import static dev.penstock.option.StepOption.named;
            import static dev.penstock.option.StepOption.retry;

            import dev.penstock.flow.*;
            import java.util.List;

            /** Greets everybody. */
            public final class Greetings implements Pipeline<List<String>, List<String>> {

                public record Greeting(String text) {}

                @Override
                public Value<List<String>> define(Flow flow, Value<List<String>> names) {
                    // One greeting per name.
                    Value<List<Greeting>> greetings = flow.map(
                            names,
                            name -> flow.apply(Greetings::greet, named("greet-one"))
                                    .to(name));

                    return flow.apply(
                                    Greetings::texts,
                                    retry(3))
                            .to(greetings);
                }

                static Greeting greet(String name) {
                    return new Greeting("Hello " + name);
                }

                static List<String> texts(List<Greeting> greetings) {
                    return greetings.stream().map(Greeting::text).toList();
                }
            }
            """;

    private static final String DENSE = """
            import static dev.penstock.option.StepOption.*;
            import dev.penstock.flow.*; import java.util.List;
            public final class Greetings implements Pipeline<List<String>, List<String>> {
              static List<String> texts(List<Greeting> all) { return all.stream().map(Greeting::text).toList(); }
              static Greeting greet(String name) { return new Greeting("Hello " + name); }
              public record Greeting(String text) {}
              @Override public Value<List<String>> define(Flow f, Value<List<String>> in) {
                return f.apply(Greetings::texts, retry(3)).to(
                  f.map(in, one -> f.apply(Greetings::greet, named("greet-one")).to(one)));
              }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void isThatOfTheSourceBefore() throws Exception {
        Spec spacious = spec("spacious", SPACIOUS);
        Spec dense = spec("dense", DENSE);

        assertThat(dense.digest()).isEqualTo(spacious.digest());
        assertThat(dense.toJsonWithoutSites()).isEqualTo(spacious.toJsonWithoutSites());
        assertThat(spacious.toJson()).contains("Greetings.java:15", "Greetings.java:17");
        assertThat(dense.toJson())
                .contains("Greetings.java:8")
                .doesNotContain("Greetings.java:15", "Greetings.java:17");
    }

    @Test
    void isAnotherWhereMoreThanTheLayoutChanges() throws Exception {
        assertThat(spec("patient", DENSE.replace("retry(3)", "retry(4)")).digest())
                .isNotEqualTo(spec("dense", DENSE).digest());
    }

    private Spec spec(String name, String source) throws Exception {
        Path classes = compiled(name, source);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("Greetings");
            return Spec.of((Pipeline<?, ?>) type.getConstructor().newInstance());
        }
    }

    private Path compiled(String name, String source) throws IOException {
        Path folderOfOne = Files.createDirectory(folder.resolve(name));
        Path file = Files.writeString(folderOfOne.resolve("Greetings.java"), source);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(code).isZero();
        return folderOfOne;
    }
}
