package dev.penstock.cli.find;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.sample.Hello;
import dev.penstock.cli.sample.Iris;
import dev.penstock.cli.sample.Sources;
import dev.penstock.cli.sample.TestJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedTargetTest {

    private static final String ONE =
            Sources.pipeline("public final class One implements Pipeline<String, String>", "");

    @TempDir
    Path folder;

    @Test
    void findsBuiltInPipelinesByNameAndClass() {
        Call call = Call.in(folder).with(new Hello(), new Iris());
        assertThat(call.run("plan", "hello")).succeeded().prints("found in  built in");
        assertThat(call.run("plan", "Hello")).succeeded();
        assertThat(call.run("plan", "dev.penstock.cli.sample.Hello")).succeeded();
    }

    @Test
    void needsNoTargetWhereOnePipelineIsBuiltIn() {
        assertThat(Call.in(folder).with(new Hello()).run("plan")).succeeded().prints("hello  sha256:");
    }

    @Test
    void asksForATargetWhereSeveralAreBuiltIn() {
        assertThat(Call.in(folder).with(new Hello(), new Iris()).run("plan"))
                .refused("ambiguous-pipeline")
                .complains("hello, iris");
    }

    @Test
    void asksForATargetWhereNoneIsBuiltIn() {
        assertThat(Call.in(folder).run("plan"))
                .refused("missing-value")
                .complains("No pipeline is named", "app.jar#name");
    }

    @Test
    void findsPipelinesOfTheVariable() {
        TestJar.of("Text", Sources.text(), "One", ONE).jar(folder.resolve("jars/app.jar"));
        assertThat(Call.in(folder).env("PENSTOCK_PIPELINES", "jars/app.jar").run("plan", "one"))
                .succeeded();
        assertThat(Call.in(folder).env("PENSTOCK_PIPELINES", "jars").run("plan", "one"))
                .succeeded();
        assertThat(Call.in(folder)
                        .env("PENSTOCK_PIPELINES", File.pathSeparator + "jars")
                        .with(new Hello())
                        .run("plan", "one"))
                .succeeded();
    }

    @Test
    void findsPipelinesInAFolderOfClasses() throws IOException {
        TestJar.of("Text", Sources.text(), "One", ONE).classes(Files.createDirectory(folder.resolve("classes")));
        assertThat(Call.in(folder).env("PENSTOCK_PIPELINES", "classes").run("plan", "one"))
                .succeeded();
    }

    @Test
    void saysThatAPlaceOfTheVariableIsNotThere() {
        assertThat(Call.in(folder).env("PENSTOCK_PIPELINES", "gone.jar").run("plan", "one"))
                .refused("unreadable")
                .complains("gone.jar", "no such file");
    }

    @Test
    void suggestsTheNearestName() {
        assertThat(Call.in(folder).with(new Hello(), new Iris()).run("plan", "iriss"))
                .refused("unknown-pipeline")
                .complains("no pipeline \"iriss\"", "Did you mean \"iris\"?");
    }

    @Test
    void saysWhereNamesWouldBeKnown() {
        assertThat(Call.in(folder).run("plan", "iris"))
                .refused("no-pipeline")
                .complains("No pipeline is built in", "PENSTOCK_PIPELINES is not set");
    }

    @Test
    void refusesFilesThatAreNeitherJarNorSpec() throws IOException {
        Files.writeString(folder.resolve("iris.txt"), "text");
        assertThat(Call.in(folder).run("plan", "iris.txt"))
                .refused("no-pipeline")
                .complains("neither a jar nor a spec");
        assertThat(Call.in(folder).run("plan", "./iris.txt")).refused("no-pipeline");
        assertThat(Call.in(folder).run("plan", "gone/iris"))
                .refused("unreadable")
                .complains("no such file");
        assertThat(Call.in(folder).run("plan", "./")).refused("unreadable").complains("a folder");
    }

    @Test
    void refusesWhatIsNoPathAtAll() {
        assertThat(Call.in(folder).run("plan", "a\u0000.json"))
                .refused("unreadable")
                .complains("no path");
        assertThat(Call.in(folder).run("plan", "%s%d.jar"))
                .refused("unreadable")
                .complains("%s%d.jar");
    }

    @Test
    void refusesTwoBuiltInPipelinesOfOneName() {
        assertThat(Call.in(folder).with(new Hello(), new Hello()).run("plan", "hello"))
                .refused("duplicate-pipeline")
                .complains("dev.penstock.cli.sample.Hello (built in)");
    }
}
