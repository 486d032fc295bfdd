package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.container.Container;
import dev.penstock.container.Secret;
import dev.penstock.contract.Asked;
import dev.penstock.contract.Samples.Checked;
import dev.penstock.contract.Samples.Classifier;
import dev.penstock.contract.Samples.Scored;
import dev.penstock.contract.Samples.Table;
import dev.penstock.fault.Evidence;
import dev.penstock.fault.Fault;
import dev.penstock.flow.Done;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessRunnerTest {

    @TempDir
    private Path temporary;

    private Bench bench;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Bench(temporary);
    }

    @Test
    void bringsInputsInAndOutputsOut() throws Exception {
        bench.file("test/train.py", """
                        import json, os, pathlib
                        inputs = json.loads(pathlib.Path(os.environ["PENSTOCK_IN"], "inputs.json").read_text())
                        out = pathlib.Path(os.environ["PENSTOCK_OUT"])
                        rows = pathlib.Path(inputs["train"]).read_text()
                        (out / "model").write_text(rows + " at depth " + str(inputs["depth"]))
                        (out / "outputs.json").write_text(json.dumps({"accuracy": 0.5}))
                        """)
                .file("test/Dockerfile", "FROM python:3.12\nWORKDIR /app\nENTRYPOINT [\"python\", \"/app/train.py\"]");
        var rows = bench.store().keep("rows");
        Asked asked = Asked.of(Scored.class)
                .with("train", Table.class, "{\"uri\":\"%s\",\"digest\":\"%s\"}".formatted(rows.uri(), rows.digest()))
                .with("depth", Integer.class, "4");

        JsonNode yielded = bench.run(asked);

        assertThat(yielded.path("accuracy").doubleValue()).isEqualTo(0.5);
        assertThat(bench.store().text(yielded.at("/model/digest").asText())).isEqualTo("rows at depth 4");
        assertThat(bench.isTidy()).isTrue();
        assertThat(bench.roots().resolve("test/__pycache__")).doesNotExist();
    }

    @Test
    void tellsTheStepWhereItIs() throws Exception {
        bench.script("echo \"{\\\"result\\\": \\\"$PENSTOCK_RUN $PENSTOCK_STEP $PENSTOCK_ATTEMPT\\\"}\""
                + " > $PENSTOCK_OUT/outputs.json");

        assertThat(bench.run(Asked.of(String.class).at("map[2]/train").attempt(3))
                        .textValue())
                .isEqualTo("iris-monday map[2]/train 3");
    }

    @Test
    void tellsTheStepItsTypes() throws Exception {
        bench.script("printf '%s' \"$PENSTOCK_TYPES\" > $PENSTOCK_OUT/result");

        JsonNode yielded = bench.run(Asked.of(Table.class).with("depth", Integer.class, "4"));

        assertThat(bench.store().text(yielded.path("digest").asText()))
                .isEqualTo("{\"inputs\":{\"depth\":\"int\"},\"output\":\"artifact\",\"types\":{}}");
    }

    @Test
    void passesProgressOnWhileTheStepRuns() throws Exception {
        bench.script("""
                echo '{"fraction": 0.25, "message": "reads"}' >> $PENSTOCK_PROGRESS
                while [ ! -e go ]; do sleep 0.05; done
                echo 'no progress' >> $PENSTOCK_PROGRESS
                printf '{"fraction": 1, "metrics": {"loss": 0.5}}' >> $PENSTOCK_PROGRESS
                """);
        Asked asked = Asked.of(Done.class);
        ProcessRunner runner = new ProcessRunner(bench.settings(), bench.store(), (run, path, attempt, progress) -> {
            if (progress.words().equals("25 % · reads")) {
                touch(bench.roots().resolve("test/go"));
            }
        });

        runner.run(asked.task(), asked);

        assertThat(asked.told()).hasSize(3).first().hasToString("{}");
        assertThat(asked.told().getLast())
                .hasToString("{\"fraction\":1.0,\"message\":\"reads\",\"metrics\":{\"loss\":0.5}}");
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void keepsTheCheckpointFromOneAttemptToTheNextAndNoLonger() throws Exception {
        bench.script("""
                if [ -e $PENSTOCK_CHECKPOINT/half ]; then
                    echo "{\\"result\\": \\"$(cat $PENSTOCK_CHECKPOINT/half)\\"}" > $PENSTOCK_OUT/outputs.json
                    exit 0
                fi
                echo half > $PENSTOCK_CHECKPOINT/half
                exit 75
                """);

        Fault fault = bench.fails(Asked.of(String.class));
        assertThat(fault.kind()).isEqualTo(FaultKind.PLATFORM);
        assertThat(bench.run(Asked.of(String.class).attempt(2)).textValue()).isEqualTo("half");
        assertThat(bench.isTidy()).isTrue();
    }

    @Test
    void forgetsACheckpointThatIsOfOtherInputs() throws Exception {
        bench.script("ls $PENSTOCK_CHECKPOINT >&2; touch $PENSTOCK_CHECKPOINT/half; exit 1");

        bench.fails(Asked.of(Done.class).with("depth", Integer.class, "1"));
        Fault same = bench.fails(Asked.of(Done.class).attempt(2).with("depth", Integer.class, "1"));
        Fault other = bench.fails(Asked.of(Done.class).attempt(3).with("depth", Integer.class, "2"));

        assertThat(same.message()).contains("exit code 1: half");
        assertThat(other.message()).contains("It wrote nothing.");
    }

    @Test
    void keepsTheReportsOfARejectionAndNothingElse() throws Exception {
        bench.script("cd $PENSTOCK_OUT; echo data > clean; mkdir found; echo page > found/index.html; "
                + "ln -s /etc/passwd more; echo because > reason.txt; exit 65");
        Fault fault = bench.fails(Asked.of(Checked.class));
        assertThat(fault.evidence()).extracting(Evidence::name).containsExactly("found");
        assertThat(bench.store().text(fault.evidence().getFirst().digest(), "index.html"))
                .isEqualTo("page\n");
        assertThat(bench.isTidy()).isTrue();
    }

    @Test
    void blamesTheStepThatTookItsFolderAway() throws Exception {
        bench.script("rm -rf $(dirname $PENSTOCK_OUT); exit 1");
        assertThat(bench.fails(Asked.of(Checked.class)).kind()).isEqualTo(FaultKind.USER);
    }

    @Test
    void keepsNoReportOfAFailure() throws Exception {
        bench.script("echo half > $PENSTOCK_OUT/found; exit 1");
        assertThat(bench.fails(Asked.of(Checked.class)).evidence()).isEmpty();
    }

    @Test
    void rejectsWithTheLastLineOfTheErrorsOrTheReasonThatWasWritten() throws Exception {
        bench.script("echo looks at rows >&2; echo '7 % of the rows are empty' >&2; echo done; exit 65");
        Fault fault = bench.fails(Asked.of(Done.class));
        assertThat(fault.kind()).isEqualTo(FaultKind.REJECTED);
        assertThat(fault.message()).isEqualTo("7 % of the rows are empty");

        bench.script("echo because > $PENSTOCK_OUT/reason.txt; echo other >&2; exit 65");
        assertThat(bench.fails(Asked.of(Done.class)).message()).isEqualTo("because");
    }

    @Test
    void blamesTheUsersCodeAndShowsItsLastLines() throws Exception {
        bench.file("test/main.py", "print('epoch 1')\nraise ValueError('too small')\n");
        Container python = Container.image("test").command("python", "main.py");

        Fault fault = bench.fails(Asked.of(python, Done.class));

        assertThat(fault.kind()).isEqualTo(FaultKind.USER);
        assertThat(fault.message())
                .startsWith("train ended with exit code 1: ValueError: too small.\nIts last lines:\n")
                .contains("    epoch 1\n", "    ValueError: too small")
                .endsWith("All that it wrote: " + bench.log(1));
        assertThat(Files.readString(bench.log(1))).contains("epoch 1", "Traceback");
        assertThat(bench.isTidy()).isTrue();
    }

    @Test
    void tellsASignalFromAnExitCode() throws Exception {
        bench.script("kill -SEGV $$");

        assertThat(bench.fails(Asked.of(Done.class)).message()).startsWith("train was ended by SIGSEGV.");
    }

    @Test
    void keepsTheWorkOfAFailureForWhoeverAsksForIt() throws Exception {
        bench.set(ProcessSettings.KEEP_WORK, "1").script("echo part > $PENSTOCK_OUT/part; exit 1");

        bench.fails(Asked.of(Done.class));

        assertThat(bench.home().resolve("work/iris-monday/train/1/out/part")).exists();
    }

    @Test
    void givesAStepOnlyWhatItDeclaresAndEveryProgramNeeds() throws Exception {
        bench.set("PENSTOCK_SECRET_HUGGING_FACE_TOKEN", "t0ken")
                .set("AWS_SECRET_ACCESS_KEY", "other")
                .script("echo \"{\\\"result\\\": \\\"$MODE $TOKEN [$AWS_SECRET_ACCESS_KEY] ${PATH:+path}\\\"}\""
                        + " > $PENSTOCK_OUT/outputs.json");
        Container container =
                Container.image("test").env("MODE", "fast").env("TOKEN", Secret.secret("hugging-face", "token"));

        assertThat(bench.run(Asked.of(container, String.class)).textValue()).isEqualTo("fast t0ken [] path");
    }

    @Test
    void namesEverySecretThatIsNotThere() throws Exception {
        bench.script("true");
        Container container =
                Container.image("test").env("A", Secret.secret("one", "x")).env("B", Secret.secret("two", "y"));

        Fault fault = bench.fails(Asked.of(container, Done.class));

        assertThat(fault.message())
                .isEqualTo("train needs secrets that are not here: PENSTOCK_SECRET_ONE_X, PENSTOCK_SECRET_TWO_Y.");
        assertThat(fault.lasting()).isTrue();
    }

    @Test
    void endsAStepThatUsesMoreMemoryThanItAsksFor() throws Exception {
        bench.file("test/main.py", """
                import time
                everything = [bytearray(b"x" * 1024 * 1024) for _ in range(300)]
                time.sleep(60)
                """);
        Container container =
                Container.image("test").command("python", "main.py").memory("100Mi");

        Fault fault = bench.fails(Asked.of(container, Done.class));

        assertThat(fault.kind()).isEqualTo(FaultKind.OUT_OF_MEMORY);
        assertThat(fault.message()).startsWith("train was ended, since it used more memory than 100Mi.");
    }

    @Test
    void refusesWhatTheStepDidNotWrite() throws Exception {
        bench.script("true");

        Fault fault = bench.fails(Asked.of(Classifier.class));

        assertThat(fault.kind()).isEqualTo(FaultKind.USER);
        assertThat(fault.message()).contains("There is no file or folder \"result\" in PENSTOCK_OUT.");
    }

    @Test
    void saysWhereItLookedForABuildContext() throws Exception {
        Fault missing = bench.fails(Asked.of(Container.image("iris/train"), Done.class));
        assertThat(missing.message())
                .contains("There is no build context of the image \"iris/train\"", bench.roots() + "/iris/train");
        assertThat(missing.lasting()).isTrue();

        Fault reference = bench.fails(Asked.of(Container.image("ghcr.io/a/b:1.2"), Done.class));
        assertThat(reference.message()).contains("is a reference to an image, which cannot run as a process");

        Fault escape = bench.fails(Asked.of(Container.image("../../etc"), Done.class));
        assertThat(escape.message()).contains("cannot run as a process");
    }

    @Test
    void refusesACommandThatCannotBeStarted() throws Exception {
        bench.file("test/main.sh", "true");

        assertThat(bench.fails(Asked.of(Container.image("test"), Done.class)).message())
                .contains("it has no Dockerfile, and the container has no command");
        assertThat(bench.fails(Asked.of(Container.image("test").command("trian"), Done.class))
                        .message())
                .contains("starts with \"trian\", which this machine does not have");
        assertThat(bench.fails(Asked.of(Container.image("test").command("./main.sh"), Done.class))
                        .message())
                .contains("starts with \"./main.sh\", which cannot be executed");
        bench.file("test/Dockerfile", "FROM x\nCMD python main.py");
        assertThat(bench.fails(Asked.of(Container.image("test"), Done.class)).message())
                .contains("gives its command to a shell: CMD python main.py");
    }

    @Test
    void saysThatThereIsNoPython() throws Exception {
        bench.set("PATH", temporary.toString()).file("test/requirements.txt", "");
        Container container = Container.image("test").command("python", "main.py");

        Fault fault = bench.fails(Asked.of(container, Done.class));

        assertThat(fault.message()).isEqualTo("test needs Python, and this machine has none on its PATH.");
        assertThat(fault.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("PENSTOCK_PYTHON"));
    }

    @Test
    void saysThatTheNamedPythonDoesNotWork() throws Exception {
        Path python =
                Files.writeString(temporary.resolve("python"), "#!/bin/sh\necho 'no such version' >&2\nexit 127\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
        bench.set(ProcessSettings.PYTHON, python.toString());
        Container container = Container.image("test").command("python", "main.py");
        bench.file("test/main.py", "");

        assertThat(bench.fails(Asked.of(container, Done.class)).message())
                .isEqualTo("test needs Python, and %s does not work: no such version".formatted(python));
    }
}
