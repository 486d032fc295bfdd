package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.contract.Asked;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds of environments whatever installs them. */
@Timeout(180)
abstract class EnvironmentsContract {

    private static final String SAYS_GREETING = """
            import json, os, pathlib, sys, greeting
            result = greeting.WORDS + " " + str(sys.prefix != sys.base_prefix)
            pathlib.Path(os.environ["PENSTOCK_OUT"], "outputs.json").write_text(json.dumps({"result": result}))
            """;

    @TempDir
    Path temporary;

    private Bench bench;

    /** Installs what tests require. */
    record Installer(String name, String path) {

        Bench in(Path temporary) throws IOException {
            return new Bench(temporary).set(ProcessSettings.INSTALLER, name).set("PATH", path);
        }
    }

    abstract Installer installer() throws IOException;

    /** What it is called where something cannot be installed, and what it says itself then. */
    abstract List<String> complaint();

    Bench bench() {
        return bench;
    }

    @BeforeEach
    void setUp() throws IOException {
        bench = installer()
                .in(temporary)
                .file("test/main.py", SAYS_GREETING)
                .file("test/Dockerfile", "FROM python:3.12\nCMD [\"python3\", \"main.py\"]");
    }

    @Test
    void installsWhatAContextRequiresAndOnlyOnce() throws Exception {
        requireGreeting("hello");

        assertThat(bench.run(Asked.of(String.class)).textValue()).isEqualTo("hello True");
        assertThat(bench.heard()).anyMatch(words -> words.startsWith("Building the environment of test (1st use, "));
        int said = bench.heard().size();
        assertThat(bench.run(Asked.of(String.class)).textValue()).isEqualTo("hello True");

        assertThat(bench.heard()).hasSize(said);
        assertThat(environments()).hasSize(1);
    }

    @Test
    void makesAnotherEnvironmentForOtherRequirements() throws Exception {
        requireGreeting("hello");
        bench.run(Asked.of(String.class));
        requireGreeting("good day");

        assertThat(bench.run(Asked.of(String.class)).textValue()).isEqualTo("good day True");
        assertThat(environments()).hasSize(2);
    }

    @Test
    void isBuiltOnceByProcessesThatNeedItAtTheSameTime() throws Exception {
        requireGreeting("hello");
        requireWhatIsBuiltWhenTwoWait();
        int workers = 3;
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EnvironmentBuilder.class.getName(),
                            temporary.toString(),
                            installer().name(),
                            installer().path())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        List<String> said = new ArrayList<>();
        for (Process process : processes) {
            said.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor()).isZero();
        }

        assertThat(said).allSatisfy(text -> assertThat(text).contains("yields hello True"));
        assertThat(said)
                .filteredOn(text -> text.contains("Building the environment of test"))
                .hasSize(1);
        assertThat(said)
                .filteredOn(text -> text.contains("Another process is building"))
                .hasSize(2);
        assertThat(environments()).hasSize(1);
    }

    /** The package lies beside as sources, which are built to the wheel that lies there too. */
    private void requireWhatIsBuiltWhenTwoWait() throws IOException {
        bench.file("test/requirements.txt", "--no-index\n./slow\n")
                .file("test/slow/slow.py", """
                        import glob, shutil, time
                        def build_wheel(folder, *more):
                            while len(glob.glob("%s/waiting-*")) < 2:
                                time.sleep(0.02)
                            wheel = "greeting-1.0-py3-none-any.whl"
                            shutil.copy("%s/test/wheels/" + wheel, folder)
                            return wheel
                        """.formatted(temporary, bench.roots()))
                .file(
                        "test/slow/pyproject.toml",
                        "[build-system]\nrequires = []\nbackend-path = ['.']\nbuild-backend = 'slow'\n");
    }

    @Test
    void isBuiltOnceByThreadsThatNeedItAtTheSameTime() throws Exception {
        requireGreeting("hello");
        ProcessRunner runner = bench.runner();
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Asked asked = Asked.of(String.class).at("map[" + i + "]/train");
            attempts.add(() -> runner.run(asked.task(), asked).textValue());
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> end : threads.invokeAll(attempts)) {
                assertThat(end.get()).isEqualTo("hello True");
            }
        }
        assertThat(bench.heard())
                .filteredOn(words -> words.endsWith(": starts"))
                .hasSize(1);
    }

    @Test
    void leavesNothingOfWhatCannotBeInstalled() throws Exception {
        bench.file("test/requirements.txt", "--no-index\nno-such-package==1.0\n");

        Fault fault = bench.fails(Asked.of(String.class));

        assertThat(fault.kind()).isEqualTo(FaultKind.USER);
        assertThat(fault.lasting()).isTrue();
        assertThat(fault.message())
                .startsWith("The environment of test could not be built")
                .contains(complaint());
        assertThat(fault.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("test/requirements.txt"));
        assertThat(environments()).isEmpty();
    }

    @Test
    void installsNothingThatALockDoesNotName() throws Exception {
        require("requirements.lock", "hello", "Requires-Dist: no-such-package\n");

        assertThat(bench.run(Asked.of(String.class)).textValue()).isEqualTo("hello True");
    }

    @Test
    void buildsAnewWhatAProcessLeftHalfBuilt() throws Exception {
        requireGreeting("hello");
        bench.run(Asked.of(String.class));
        Path environment = environments().getFirst();
        Files.delete(environment.resolve("ready"));
        Files.delete(environment.resolve("pyvenv.cfg"));

        assertThat(bench.run(Asked.of(String.class)).textValue()).isEqualTo("hello True");
    }

    @Test
    void leavesNothingOfABuildThatIsInterrupted() throws Exception {
        bench.file("test/requirements.txt", "--no-index\n./slow\n")
                .file(
                        "test/slow/setup.py",
                        "import time\nopen('" + temporary + "/began', 'w').close()\ntime.sleep(300)\n")
                .file(
                        "test/slow/pyproject.toml",
                        "[build-system]\nrequires = []\nbackend-path = ['.']\nbuild-backend = 'setup'\n");
        Thread attempt = Thread.ofPlatform().start(() -> {
            try {
                bench.run(Asked.of(String.class));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (!Files.exists(temporary.resolve("began"))) {
            assertThat(attempt.isAlive()).isTrue();
            Thread.onSpinWait();
        }

        attempt.interrupt();
        attempt.join();

        assertThat(environments()).isEmpty();
    }

    @Test
    void letsProgramsOfTheEnvironmentBeFound() throws Exception {
        bench.file("test/requirements.txt", "# nothing\n")
                .file(
                        "test/where.sh",
                        "echo \"{\\\"result\\\": \\\"$(command -v python)\\\"}\" > $PENSTOCK_OUT/outputs.json");

        String python = bench.run(Asked.of(Container.image("test").command("sh", "where.sh"), String.class))
                .textValue();

        assertThat(Path.of(python)).isEqualTo(environments().getFirst().resolve("bin/python"));
    }

    List<Path> environments() throws IOException {
        try (Stream<Path> all = Files.list(bench.home().resolve("environments"))) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    /** A package of one module, as a wheel beside the code. */
    void requireGreeting(String words) throws IOException {
        require("requirements.txt", words, "");
    }

    private void require(String list, String words, String more) throws IOException {
        bench.file("test/" + list, "--no-index\n--find-links wheels\ngreeting==1.0\n");
        Path wheel = bench.roots().resolve("test/wheels/greeting-1.0-py3-none-any.whl");
        Files.createDirectories(wheel.getParent());
        try (OutputStream file = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            entry(zip, "greeting.py", "WORDS = \"%s\"\n".formatted(words));
            entry(
                    zip,
                    "greeting-1.0.dist-info/METADATA",
                    "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n" + more);
            entry(
                    zip,
                    "greeting-1.0.dist-info/WHEEL",
                    "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            entry(zip, "greeting-1.0.dist-info/RECORD", "");
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(1_700_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
