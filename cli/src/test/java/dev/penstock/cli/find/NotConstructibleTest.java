package dev.penstock.cli.find;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.OutcomeAssert;
import dev.penstock.cli.sample.Sources;
import dev.penstock.cli.sample.TestJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotConstructibleTest {

    @TempDir
    Path folder;

    @Test
    void saysThatAConstructorNeedsParameters() {
        planning(Sources.pipeline(
                        "public final class One implements Pipeline<String, String>", "public One(int configured) {}"))
                .refused("not-constructible")
                .complains(
                        "app.One has no constructor without parameters",
                        "list the configured instance in Penstock.main");
    }

    @Test
    void saysThatAConstructorIsPrivate() {
        planning(Sources.pipeline("public final class One implements Pipeline<String, String>", "private One() {}"))
                .refused("not-constructible")
                .complains("The constructor of app.One is not public", "Make it public");
    }

    @Test
    void saysThatAClassIsNotPublic() {
        planning(Sources.pipeline("final class One implements Pipeline<String, String>", ""))
                .refused("not-constructible")
                .complains("app.One and its constructor are not public", "Make both public");
    }

    @Test
    void takesAHiddenClassWithAPublicConstructor() {
        planning(Sources.pipeline("final class One implements Pipeline<String, String>", "public One() {}"))
                .succeeded();
    }

    @Test
    void saysThatAClassBelongsToAnInstance() {
        planning("""
            package app;
            import dev.penstock.flow.*;
            public final class One {
                public final class Inner implements Pipeline<String, String> {
                    @Override public Value<String> define(Flow flow, Value<String> in) { return in; }
                }
            }
            """)
                .refused("not-constructible")
                .complains("app.One$Inner belongs to an" + " instance", "Make it" + " static");
    }

    @Test
    void saysWhatAConstructorThrew() {
        planning(Sources.pipeline(
                        "public final class One implements Pipeline<String, String>",
                        "public One() { throw new IllegalStateException(\"no database\"); }"))
                .refused("not-constructible")
                .complains("its constructor threw IllegalStateException: no database (One.java:7)");
    }

    @Test
    void saysWhatAStaticInitialiserThrew() {
        planning(Sources.pipeline(
                        "public final class One implements Pipeline<String, String>",
                        "static final int SIZE = Integer.parseInt(\"many\");"))
                .refused("not-constructible")
                .complains("its static initialiser threw NumberFormatException", "One.java:7");
    }

    @Test
    void saysWhatItsNameThrew() {
        planning(Sources.pipeline(
                        "public final class One implements Pipeline<String, String>",
                        "@Override public String name() { throw new UnsupportedOperationException(); }"))
                .refused("definition-failed")
                .complains("its name() threw UnsupportedOperationException");
    }

    @Test
    void saysWhichClassIsMissingWhenItIsMade() {
        String one = Sources.pipeline(
                "public final class One implements Pipeline<String, String>", "private final Gone gone = new Gone();");
        TestJar.of("Text", Sources.text(), "Gone", "package app; public class Gone {}", "One", one)
                .without("Gone")
                .jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar"))
                .refused("not-constructible")
                .complains("app.One needs the class app.Gone", "folder lib");
    }

    @Test
    void saysWhichClassIsMissingWhenItIsTraced() {
        String one = Sources.pipeline("public final class One implements Pipeline<String, String>", "");
        TestJar.of("Text", Sources.text(), "One", one).without("Text").jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar"))
                .refused("definition-failed")
                .complains("Text")
                .complains("class path");
    }

    @Test
    void saysThatAClassIsForANewerJava() throws IOException {
        String one = Sources.pipeline("public final class One implements Pipeline<String, String>", "");
        Path classes =
                TestJar.of("Text", Sources.text(), "One", one).classes(Files.createDirectory(folder.resolve("c")));
        Path file = classes.resolve("app/One.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = (byte) 200;
        Files.write(file, bytes);
        assertThat(Call.in(folder).env("PENSTOCK_PIPELINES", "c").run("plan", "one"))
                .refused("not-constructible")
                .complains("app.One was compiled for a newer Java", "Start penstock with a newer Java");
    }

    @Test
    void doesNotLetABrokenNeighbourStandInTheWay() {
        TestJar.of(
                        "Text", Sources.text(),
                        "One", Sources.pipeline("public final class One implements Pipeline<String, String>", ""),
                        "Two", Sources.pipeline("final class Two implements Pipeline<String, String>", ""))
                .jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar#one")).succeeded();
        assertThat(Call.in(folder).run("plan", "app.jar#Two")).refused("not-constructible");
        assertThat(Call.in(folder).run("pipelines", "app.jar"))
                .succeeded()
                .prints("one  app.One", "left out: app.Two (app.jar)");
    }

    private OutcomeAssert planning(String one) {
        TestJar.of("Text", Sources.text(), "One", one).jar(folder.resolve("app.jar"));
        return assertThat(Call.in(folder).run("plan", "app.jar"));
    }
}
