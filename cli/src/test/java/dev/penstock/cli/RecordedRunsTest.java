package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.sample.Odd;
import dev.penstock.examples.hello.Hello;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of runs whose process has ended. */
class RecordedRunsTest {

    @TempDir
    Path folder;

    private Call call;

    @BeforeEach
    void useTheEmbeddedServer() {
        call = Call.in(folder).with(new Hello(), new Odd.Moody()).env("PENSTOCK_TEMPORAL_TARGET", "embedded");
    }

    private Outcome fail() {
        return call.run("run", "moody", "--input", "bad", "--name", "monday");
    }

    @Test
    void areListedTheNewestFirst() {
        fail();
        assertThat(call.run("run", "hello", "--name", "tuesday")).succeeded();
        assertThat(call.run("list")).succeeded().prints("tuesday hello succeeded", "monday moody failed");
        assertThat(call.run("list", "--outcome", "failed"))
                .succeeded()
                .prints("monday")
                .doesNotPrint("tuesday");
        assertThat(call.run("list", "--json", "--pipeline", "hello"))
                .succeeded()
                .prints("\"name\": \"tuesday\"")
                .doesNotPrint("monday");
        assertThat(call.run("list", "--outcome", "succeded"))
                .refused("unknown-name")
                .complains("Did you mean \"succeeded\"?");
    }

    @Test
    void showWhyTheyFailed() {
        fail();
        assertThat(call.run("show", "monday"))
                .succeeded()
                .prints(
                        "monday failed",
                        "pipeline moody",
                        "✗ live",
                        "(Odd.java:36): IllegalStateException: the disk is full")
                .prints("→ When it is mended", "penstock retry monday");
        assertThat(call.run("show", "monday", "--json")).succeeded().prints("\"state\": \"failed\"");
    }

    @Test
    void areTriedAgain() {
        fail();
        assertThat(call.run("retry", "monday", "--plan")).succeeded().prints("live runs because it did not succeed");
        Outcome again = call.run("retry", "monday");
        Assertions.assertThat(again.code()).as(again.toString()).isEqualTo(10);
        assertThat(call.run("retry", "monday", "--from", "life"))
                .refused("unknown-name")
                .complains("Did you mean \"live\"?");
    }

    @Test
    void keepTheirNames() {
        fail();
        assertThat(call.run("run", "moody", "--input", "good", "--name", "monday"))
                .refused("name-taken")
                .complains("A run \"monday\" has ended already: failed.", "penstock retry monday");
    }

    @Test
    void areOnlyThereToBeSeen() {
        fail();
        for (String verb : new String[] {"watch", "cancel", "approve"}) {
            assertThat(call.run(verb, "monday"))
                    .refused("no-server")
                    .complains("embedded server of another process", "penstock show monday");
        }
    }

    @Test
    void thatAreUnknownGetTheNearestName() {
        fail();
        assertThat(call.run("show", "moday")).refused("unknown-run").complains("Did you mean \"monday\"?");
        assertThat(call.run("retry", "moday")).refused("unknown-run").complains("Did you mean \"monday\"?");
        assertThat(call.run("show", "../../etc")).refused("unknown-run");
    }

    @Test
    void whoseRecordIsDamagedAreNamedAndNotTouched() throws Exception {
        fail();
        Path events = folder.resolve("penstock-home/runs/monday/1/events.jsonl");
        String text = Files.readString(events);
        String damaged = text.replaceFirst("\\{", "(");
        Files.writeString(events, damaged);
        for (String[] command : new String[][] {
            {"show", "monday"}, {"retry", "monday"}, {"run", "moody", "--input", "x", "--name", "monday"}
        }) {
            assertThat(call.run(command))
                    .refused("unreadable")
                    .complains("events.jsonl:1", "The record of this run is damaged here.", "Nothing was deleted.");
        }
        Outcome list = call.run("list");
        Assertions.assertThat(list.code()).isEqualTo(2);
        assertThat(list).complains("events.jsonl:1");
        Assertions.assertThat(events).hasContent(damaged);
    }
}
