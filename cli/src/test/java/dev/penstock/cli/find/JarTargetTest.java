package dev.penstock.cli.find;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.sample.Sources;
import dev.penstock.cli.sample.TestJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarTargetTest {

    private static final String ONE =
            Sources.pipeline("public final class One implements Pipeline<String, String>", "");
    private static final String TWO =
            Sources.pipeline("public final class Two implements Pipeline<String, String>", "");

    @TempDir
    Path folder;

    @Test
    void takesTheOnlyPipelineOfAJar() {
        TestJar.of("Text", Sources.text(), "One", ONE).jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar"))
                .succeeded()
                .prints("one  sha256:", "class     app.One (One.java)", "found in  app.jar", "Text::same");
    }

    @Test
    void takesTheChosenPipelineByNameOrClass() {
        TestJar.of("Text", Sources.text(), "One", ONE, "Two", TWO).jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar#two")).succeeded().prints("two  sha256:");
        assertThat(Call.in(folder).run("plan", "app.jar#Two")).succeeded().prints("two  sha256:");
        assertThat(Call.in(folder).run("plan", "app.jar#app.Two")).succeeded().prints("two  sha256:");
    }

    @Test
    void asksWhichOfSeveral() {
        TestJar.of("Text", Sources.text(), "One", ONE, "Two", TWO).jar(folder.resolve("app.jar"));
        TestJar.of("Text", Sources.text(), "One", ONE, "Two", TWO).jar(folder.resolve("100%d.jar"));
        assertThat(Call.in(folder).run("plan", "100%d.jar")).refused("ambiguous-pipeline");
        assertThat(Call.in(folder).run("plan", "app.jar"))
                .refused("ambiguous-pipeline")
                .complains("app.jar", "2 pipelines here: one, two", "Choose one, such as app.jar#one.");
    }

    @Test
    void suggestsTheNearestName() {
        TestJar.of("Text", Sources.text(), "One", ONE, "Two", TWO).jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar#twoo"))
                .refused("unknown-pipeline")
                .complains("no pipeline \"twoo\"", "Did you mean \"two\"?");
    }

    @Test
    void saysWhatItLookedForInAJarWithoutPipelines() {
        TestJar.of("Text", Sources.text()).jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar"))
                .refused("no-pipeline")
                .complains("implement dev.penstock.flow.Pipeline", "saw 1 class.", "Give the jar that has them");
        assertThat(Call.in(folder).run("plan", "app.jar#one")).refused("no-pipeline");
    }

    @Test
    void refusesTwoPipelinesOfOneName() {
        String other = Sources.pipeline(
                "public final class Other implements Pipeline<String, String>",
                "@Override public String name() { return \"one\"; }");
        TestJar.of("Text", Sources.text(), "One", ONE, "Other", other).jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar#one"))
                .refused("duplicate-pipeline")
                .complains("app.One", "app.Other", "another name()");
        assertThat(Call.in(folder).run("plan", "app.jar#app.Other")).succeeded();
    }

    @Test
    void leavesOutWhatIsNoPipelineOfItsOwn() {
        String holder = """
            package app;
            import dev.penstock.flow.*;
            public final class Holder {
                public abstract static class Base implements Pipeline<String, String> {
                    @Override public Value<String> define(Flow flow, Value<String> in) {
                        return flow.apply(Text::same).to(in);
                    }
                }
                public static final class Inherited extends Base {}
                public interface Narrowed extends Pipeline<String, String> {}
                public static Pipeline<String, String> anonymous() { return new Base() {}; }
                public static Pipeline<String, String> local() {
                    class Local extends Base {}
                    return new Local();
                }
            }
            """;
        TestJar.of("Text", Sources.text(), "Holder", holder).jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("pipelines", "app.jar"))
                .succeeded()
                .prints("inherited  app.Holder$Inherited  app.jar")
                .doesNotPrint("left out", "Local", "Base");
    }

    @Test
    void findsPipelinesWhoseBaseClassIsInAnotherJar() {
        String base = Sources.pipeline("public abstract class Base implements Pipeline<String, String>", "");
        Path shared = TestJar.of("Text", Sources.text(), "Base", base).jar(folder.resolve("lib/shared.jar"));
        TestJar.of("Child", "package app; public final class Child extends Base {}")
                .against(shared)
                .jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar")).succeeded().prints("class     app.Child");
    }

    @Test
    void honoursTheClassPathOfTheManifest() {
        Path shared = TestJar.of("Text", Sources.text()).jar(folder.resolve("elsewhere/shared.jar"));
        TestJar.of("One", ONE)
                .against(shared)
                .manifestClassPath("elsewhere/shared.jar")
                .jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar")).succeeded();
    }

    @Test
    void ignoresOtherFilesInTheFolderLib() throws IOException {
        TestJar.of("Text", Sources.text(), "One", ONE).jar(folder.resolve("sub/app.jar"));
        Files.createDirectories(folder.resolve("sub/lib"));
        Files.writeString(folder.resolve("sub/lib/notes.txt"), "no jar");
        assertThat(Call.in(folder).run("plan", "sub/app.jar")).succeeded();
    }

    @Test
    void saysThatAJarIsNoZip() throws IOException {
        Files.writeString(folder.resolve("app.jar"), "plain text");
        assertThat(Call.in(folder).run("plan", "app.jar")).refused("unreadable").complains("not a jar");
    }

    @Test
    void saysThatAJarIsCutOff() throws IOException {
        Path jar = TestJar.of("Text", Sources.text(), "One", ONE).jar(folder.resolve("app.jar"));
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(Call.in(folder).run("plan", "app.jar")).refused("unreadable").complains("a part of one");
    }

    @Test
    void saysThatAJarIsEmpty() throws IOException {
        Files.createFile(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar")).refused("unreadable").complains("not a jar");
    }

    @Test
    void saysThatAJarIsAFolder() throws IOException {
        Files.createDirectory(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar")).refused("unreadable").complains("a folder, not a file");
    }

    @Test
    void saysThatAJarIsNotThereAndWhatIs() throws IOException {
        Files.createFile(folder.resolve("apps.jar"));
        assertThat(Call.in(folder).run("plan", "app.jar"))
                .refused("unreadable")
                .complains("no such file", "Did you mean \"apps.jar\"");
    }
}
