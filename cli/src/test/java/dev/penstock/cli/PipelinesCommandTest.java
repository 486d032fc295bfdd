package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.sample.Hello;
import dev.penstock.cli.sample.Iris;
import dev.penstock.cli.sample.Sources;
import dev.penstock.cli.sample.TestJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelinesCommandTest {

    @TempDir
    Path folder;

    @Test
    void listsWhatIsBuiltInAndWhatTheVariableNames() {
        jar("app.jar", "public final class One implements Pipeline<String, String>");
        Call call = Call.in(folder).with(new Hello(), new Iris()).env("PENSTOCK_PIPELINES", "app.jar");
        assertThat(call.run("pipelines"))
                .succeeded()
                .prints(
                        "hello dev.penstock.cli.sample.Hello built in",
                        "iris dev.penstock.cli.sample.Iris built in",
                        "one app.One app.jar");
    }

    @Test
    void listsOnlyThePlacesNamed() {
        jar("app.jar", "public final class One implements Pipeline<String, String>");
        assertThat(Call.in(folder).with(new Hello()).run("pipelines", "app.jar"))
                .succeeded()
                .prints("one app.One app.jar")
                .doesNotPrint("hello");
    }

    @Test
    void writesJson() {
        jar("app.jar", "final class One implements Pipeline<String, String>");
        assertThat(Call.in(folder)
                        .with(new Hello())
                        .env("PENSTOCK_PIPELINES", "app.jar")
                        .run("pipelines", "--json"))
                .succeeded()
                .prints("\"name\": \"hello\"", "\"className\": \"app.One\"", "\"code\": \"not-constructible\"");
    }

    @Test
    void reportsDuplicatesAndUnreadablePlacesTogether() {
        jar("a.jar", "public final class One implements Pipeline<String, String>");
        jar("b.jar", "public final class One implements Pipeline<String, String>");
        assertThat(Call.in(folder).run("pipelines", "a.jar", "b.jar", "gone.jar"))
                .refused("duplicate-pipeline", "unreadable")
                .complains("app.One (a.jar) and app.One (b.jar)", "gone.jar");
    }

    @Test
    void saysThatNoPlaceIsKnown() {
        assertThat(Call.in(folder).run("pipelines")).refused("no-pipeline").complains("PENSTOCK_PIPELINES is not set");
    }

    @Test
    void saysThatAPlaceHasNone() {
        TestJar.of("Text", Sources.text()).jar(folder.resolve("app.jar"));
        assertThat(Call.in(folder).run("pipelines", "app.jar"))
                .refused("no-pipeline")
                .complains("saw 1 class.");
    }

    private void jar(String name, String declaration) {
        TestJar.of("Text", Sources.text(), "One", Sources.pipeline(declaration, ""))
                .jar(folder.resolve(name));
    }
}
