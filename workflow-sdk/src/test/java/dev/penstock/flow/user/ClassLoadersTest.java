package dev.penstock.flow.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Pipeline;
import dev.penstock.spec.Node;
import dev.penstock.spec.Spec;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines may come from a jar that the language does not know. */
class ClassLoadersTest {

    private static final String SOURCE = """
            package elsewhere;

            import dev.penstock.container.Container;
            import dev.penstock.flow.*;
            import java.util.*;

            public final class FarPipeline implements Pipeline<FarPipeline.Params, FarPipeline.Shape> {
                public record Params(List<Integer> sizes, Mood mood) {}
                public sealed interface Shape permits Circle, Square { int size(); }
                public record Circle(int size) implements Shape {}
                public record Square(int size) implements Shape {}
                public enum Mood { GLAD { }, SAD }
                record Draw(Value<Integer> size) implements ContainerStep<Square> {
                    public Container container() { return Container.image("draw"); }
                }
                static int most(List<Integer> sizes) { return Collections.max(sizes); }
                public Value<Shape> define(Flow flow, Value<Params> in) {
                    Value<Integer> most = flow.apply(FarPipeline::most).to(in.get(Params::sizes));
                    return Value.widen(flow.run(new Draw(most)));
                }
                public Optional<Params> defaults() { return Optional.of(new Params(List.of(1), Mood.GLAD)); }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void compile() throws Exception {
        Path source = Files.writeString(folder.resolve("FarPipeline.java"), SOURCE);
        String classpath = System.getProperty("java.class.path");
        PrintWriter out = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(out, out, "-d", folder.toString(), "-proc:none", "-cp", classpath, source.toString());
        assertThat(code).isZero();
    }

    @Test
    void doNotMatterToASpec() throws Exception {
        Spec one = trace();
        Spec other = trace();

        assertThat(one).isEqualTo(other);
        assertThat(one.name()).isEqualTo("far");
        assertThat(one.pipeline().graph().nodes()).extracting(Node::name).containsExactly("most", "draw");
        assertThat(one.pipeline().graph().nodes())
                .extracting(Node::at)
                .hasToString("[FarPipeline.java:18, FarPipeline.java:19]");
    }

    private Spec trace() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("elsewhere.FarPipeline");
            return Spec.of((Pipeline<?, ?>) type.getConstructor().newInstance());
        }
    }
}
