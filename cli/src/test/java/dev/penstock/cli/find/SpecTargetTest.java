package dev.penstock.cli.find;

import static dev.penstock.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.sample.Hello;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecTargetTest {

    @TempDir
    Path folder;

    @Test
    void plansAWrittenSpec() throws IOException {
        Files.writeString(folder.resolve("hello.json"), Spec.of(new Hello()).toJson());
        assertThat(Call.in(folder).run("plan", "hello.json", "--input", "World"))
                .succeeded()
                .prints("hello  sha256:", "found in  hello.json", "\"World\"");
    }

    @Test
    void saysWhereASpecIsMalformed() throws IOException {
        Files.writeString(folder.resolve("hello.json"), "{\n  \"schema\": 1,\n}");
        assertThat(Call.in(folder).run("plan", "hello.json"))
                .refused("malformed")
                .complains("hello.json:3:1", "JSON");
    }

    @Test
    void saysWhatASpecLacks() throws IOException {
        Files.writeString(folder.resolve("hello.json"), "{\"schema\": 1, \"piepline\": {}}");
        assertThat(Call.in(folder).run("plan", "hello.json"))
                .refused("unknown-name", "missing-value", "missing-value")
                .complains("\"piepline\"", "hello.json");
    }

    @Test
    void refusesASpecOfANewerVersion() throws IOException {
        Files.writeString(folder.resolve("hello.json"), "{\"schema\": 99}");
        assertThat(Call.in(folder).run("plan", "hello.json")).refused("newer-schema");
    }

    @Test
    void checksASpecThatWasEditedByHand() throws IOException {
        String json = Spec.of(new Hello()).toJson().replace("\"name\": \"greet\"", "\"name\": \"Not A Name\"");
        Files.writeString(folder.resolve("hello.json"), json);
        assertThat(Call.in(folder).run("plan", "hello.json").code()).isEqualTo(2);
        assertThat(Call.in(folder).run("draw", "hello.json").code()).isEqualTo(2);
    }

    @Test
    void saysThatASpecIsNotText() throws IOException {
        Files.write(folder.resolve("hello.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(Call.in(folder).run("plan", "hello.json"))
                .refused("unreadable")
                .complains("not UTF-8");
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        String json = "\uFEFF" + Spec.of(new Hello()).toJson();
        Files.write(folder.resolve("hello.json"), json.getBytes(StandardCharsets.UTF_8));
        assertThat(Call.in(folder).run("plan", "hello.json")).succeeded();
    }
}
