package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.contract.Samples.Classifier;
import dev.penstock.contract.Samples.Many;
import dev.penstock.contract.Samples.Pair;
import dev.penstock.contract.Samples.Rich;
import dev.penstock.contract.Samples.Scored;
import dev.penstock.contract.Samples.Shape;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.Done;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {

    @TempDir
    private Path temporary;

    private Path out;
    private PlainStore store;

    @BeforeEach
    void makeFolders() throws IOException {
        out = Files.createDirectory(temporary.resolve("out"));
        store = new PlainStore(Files.createDirectory(temporary.resolve("store")));
    }

    @Test
    void keepsAnArtifactAndReadsWhatIsPlain() throws IOException {
        write("outputs.json", "{\"accuracy\": 0.93}");
        write("model", "a model");

        JsonNode yielded = read(Scored.class);

        assertThat(yielded.path("accuracy").doubleValue()).isEqualTo(0.93);
        assertThat(store.text(yielded.at("/model/digest").asText())).isEqualTo("a model");
        assertThat(yielded.at("/model/uri").asText()).startsWith("file:");
    }

    @Test
    void keepsAFolderThatIsTheWholeOutput() throws IOException {
        write("result/weights/part", "7");

        JsonNode yielded = read(Classifier.class);

        assertThat(store.text(yielded.path("digest").asText(), "weights/part")).isEqualTo("7");
    }

    @Test
    void needsNoOutputsFileWhereAllAreArtifacts() throws IOException {
        write("train", "a");
        write("test", "b");

        assertThat(store.text(read(Pair.class).at("/test/digest").asText())).isEqualTo("b");
    }

    @Test
    void readsTheWholeOutputUnderItsOneName() throws IOException {
        write("outputs.json", "{\"result\": [1, 2]}");

        assertThat(read(new TypeOf<java.util.List<Integer>>() {}.type())).hasToString("[1,2]");
    }

    @Test
    void readsACaseOfAFamilyByItsTag() throws IOException {
        write("outputs.json", "{\"result\": {\"@type\": \"Bag\", \"content\": \"some/where\"}}");
        write("some/where", "sand");

        assertThat(store.text(read(Shape.class).at("/content/digest").asText())).isEqualTo("sand");
    }

    @Test
    void keepsArtifactsInsideOfListsUnderThePathsThatAreGiven() throws IOException {
        write(
                "outputs.json",
                "{\"candidates\": [{\"model\": \"a\", \"accuracy\": 1}, {\"model\": \"b\", \"accuracy\": 2}]}");
        write("a", "first");
        write("b", "second");

        JsonNode yielded = read(Many.class);

        assertThat(store.text(yielded.at("/candidates/0/model/digest").asText()))
                .isEqualTo("first");
        assertThat(store.text(yielded.at("/candidates/1/model/digest").asText()))
                .isEqualTo("second");
    }

    @Test
    void doesWithoutWhatIsOptional() throws IOException {
        write("outputs.json", "{\"models\": []}");

        assertThat(read(Rich.class)).hasToString("{\"models\":[]}");
    }

    @Test
    void needsNothingOfAStepThatIsOnlyDone() throws IOException {
        assertThat(read(Done.class)).hasToString("{}");
    }

    @Test
    void keepsWhatALinkInsideOfTheFolderLeadsTo() throws IOException {
        write("runs/3/weights", "w");
        Files.createSymbolicLink(out.resolve("result"), Path.of("runs/3"));
        Files.createSymbolicLink(out.resolve("runs/3/best"), Path.of("weights"));

        String digest = read(Classifier.class).path("digest").asText();

        assertThat(store.text(digest, "best")).isEqualTo("w");
        assertThat(Files.isSymbolicLink(store.folder().resolve(digest.substring(7) + "/best")))
                .isFalse();
    }

    @Test
    void refusesNothingAtAll() {
        refuses(
                Scored.class,
                "outputs.json: It is not there. Write a JSON object with \"accuracy\" (double)",
                "model: There is no file or folder \"model\" in PENSTOCK_OUT. Write the Classifier there. The folder is empty.");
    }

    @Test
    void namesWhatWasPerhapsMeant() throws IOException {
        write("modle", "a model");
        write("outputs.json", "{\"acuracy\": 0.93}");

        refuses(
                Scored.class,
                "Did you mean it by \"modle\"?",
                "accuracy: \"accuracy\" is missing; it is needed and of type double.",
                "acuracy: Scored has no component \"acuracy\". Did you mean \"accuracy\"?");
    }

    @Test
    void refusesTextThatIsNoJson() throws IOException {
        write("model", "a model");
        write("outputs.json", "{\"accuracy\": 0.93");

        refuses(Scored.class, "outputs.json: It is not JSON: Unexpected end-of-input", "at line 1, column");
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() throws IOException {
        write("model", "a model");
        write("outputs.json", "{\"accuracy\": NaN}");

        refuses(Scored.class, "It is not JSON: Non-standard token 'NaN'", "write the text \"NaN\"");
    }

    @Test
    void refusesTheSameNameTwiceAndWhatFollows() throws IOException {
        write("model", "a model");
        write("outputs.json", "{\"accuracy\": 1, \"accuracy\": 2}");
        refuses(Scored.class, "Duplicate field 'accuracy'");

        write("outputs.json", "{\"accuracy\": 1} {}");
        refuses(Scored.class, "outputs.json: It is not JSON: Trailing token");
    }

    @Test
    void refusesJsonThatIsNoObject() throws IOException {
        write("model", "a model");
        write("outputs.json", "0.93");

        refuses(Scored.class, "outputs.json: It holds no JSON object.");
    }

    @Test
    void refusesAValueOfAnotherTypeAndNamesIt() throws IOException {
        write("model", "a model");
        write("outputs.json", "{\"accuracy\": \"high\"}");

        refuses(Scored.class, "train ended well", "accuracy: Expected double, got the text \"high\". Example: 0.5");
    }

    @Test
    void refusesAWholeOutputOfAnotherTypeOrName() throws IOException {
        write("outputs.json", "{\"result\": \"high\", \"accuracy\": 1}");

        refuses(
                Double.class,
                "result: Expected double, got the text \"high\".",
                "accuracy: The step has no output \"accuracy\". Its only output is called \"result\".");
    }

    @Test
    void refusesAnArtifactWhoseDigestTheStepComputed() throws IOException {
        write("outputs.json", "{\"accuracy\": 1, \"model\": {\"uri\": \"kept:0\", \"digest\": \"\"}}");

        refuses(Scored.class, "model: Expected the path of a file or folder in PENSTOCK_OUT.");
    }

    @Test
    void refusesAPathOutOfTheFolder() throws IOException {
        Files.writeString(temporary.resolve("secret"), "s");
        write(
                "outputs.json",
                "{\"candidates\": [{\"model\": \"../secret\", \"accuracy\": 1},"
                        + " {\"model\": \"/etc/passwd\", \"accuracy\": 1}, {\"model\": \".\", \"accuracy\": 1}]}");

        refuses(
                Many.class,
                "candidates[0].model: \"../secret\" is outside of PENSTOCK_OUT.",
                "candidates[1].model: \"/etc/passwd\" is outside of PENSTOCK_OUT.",
                "candidates[2].model: \".\" is outside of PENSTOCK_OUT.");
    }

    @Test
    void refusesALinkOutOfTheFolder() throws IOException {
        Files.writeString(temporary.resolve("secret"), "s");
        Files.createSymbolicLink(out.resolve("result"), temporary.resolve("secret"));

        refuses(Classifier.class, "result: \"result\" is a link out of PENSTOCK_OUT, to ", "Copy what it leads to.");
    }

    @Test
    void refusesALinkOutOfTheFolderThatIsInsideOfAnArtifact() throws IOException {
        write("result/weights", "7");
        Files.createSymbolicLink(out.resolve("result/data"), temporary.resolve("store"));
        Files.createSymbolicLink(out.resolve("result/gone"), Path.of("nowhere"));

        refuses(
                Classifier.class,
                "\"result/data\" is a link out of PENSTOCK_OUT",
                "\"result/gone\" is a link to nowhere, where nothing is.");
    }

    @Test
    void refusesOutputsThatAreALink() throws IOException {
        Files.writeString(temporary.resolve("elsewhere"), "{\"result\": 1}");
        Files.createSymbolicLink(out.resolve("outputs.json"), temporary.resolve("elsewhere"));

        refuses(Double.class, "outputs.json: It is no regular file.");
    }

    @Test
    void refusesAPipe() throws Exception {
        Files.createDirectory(out.resolve("result"));
        assertThat(new ProcessBuilder("mkfifo", out.resolve("result/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        refuses(Classifier.class, "\"result/pipe\" is a pipe, socket or device.");
    }

    @Test
    void refusesAPipeInPlaceOfTheOutputs() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", out.resolve("outputs.json").toString())
                        .start()
                        .waitFor())
                .isZero();

        refuses(Double.class, "outputs.json: It is no regular file.");
    }

    @Test
    void refusesAFolderThatIsALinkOrGone() throws IOException {
        Files.delete(out);
        refuses(Double.class, "train ended well, but has taken PENSTOCK_OUT away.");

        Files.createSymbolicLink(out, temporary.resolve("store"));
        refuses(Double.class, "train ended well, but has taken PENSTOCK_OUT away.");
    }

    private void refuses(Type type, String... parts) {
        assertThatThrownBy(() -> read(type)).isInstanceOfSatisfying(FaultException.class, thrown -> {
            assertThat(thrown.fault().kind()).isEqualTo(FaultKind.USER);
            assertThat(thrown.fault().lasting()).isFalse();
            assertThat(thrown.fault().message()).contains(parts);
        });
    }

    private JsonNode read(Type type) throws IOException {
        return OutputFolder.read("train", Asked.of(type).task(), out, store);
    }

    private void write(String name, String text) throws IOException {
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private abstract static class TypeOf<T> {
        Type type() {
            return ((java.lang.reflect.ParameterizedType) getClass().getGenericSuperclass())
                    .getActualTypeArguments()[0];
        }
    }
}
