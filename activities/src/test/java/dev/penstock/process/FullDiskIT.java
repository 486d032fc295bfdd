package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.contract.Asked;
import dev.penstock.contract.Samples.Table;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.Done;
import dev.penstock.flow.FaultKind;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.Artifacts;
import dev.penstock.store.FileObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Steps on a disk of a few MiB, which PENSTOCK_SMALL_DISK names; .ci/with-servers makes one or says that it cannot. */
@EnabledIfEnvironmentVariable(named = "PENSTOCK_SMALL_DISK", matches = ".+")
final class FullDiskIT {

    private static final int TOO_MUCH = 8 << 20;

    @TempDir
    private Path big;

    private Path small;
    private Bench onSmall;
    private Bench onBig;

    @BeforeEach
    void setUp() throws IOException {
        small = Files.createTempDirectory(Path.of(System.getenv("PENSTOCK_SMALL_DISK")), "penstock-");
        onSmall = new Bench(small);
        onBig = new Bench(big);
    }

    @AfterEach
    void makeRoom() throws IOException {
        try (Stream<Path> all = Files.walk(small)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static ArtifactStore store(Path temporary) {
        return new Artifacts(new FileObjectStore(temporary.resolve("store")));
    }

    private static ProcessRunner runner(Bench bench, ArtifactStore store) {
        return new ProcessRunner(bench.settings(), store, ProgressListener.none());
    }

    private static Fault fault(ProcessRunner runner, Asked asked) throws InterruptedException {
        try {
            throw new AssertionError("it yielded " + runner.run(asked.task(), asked));
        } catch (FaultException e) {
            return e.fault();
        }
    }

    private static void isClear(Fault fault) {
        assertThat(fault.message()).startsWith("The disk is full").contains("No space left on device");
        assertThat(fault.kind()).isEqualTo(FaultKind.PLATFORM);
        assertThat(fault.lasting()).isTrue();
        assertThat(fault.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).startsWith("Free some space for "));
    }

    @Test
    void isNoFaultOfTheStepThatWritesItsOutput() throws Exception {
        onSmall.script(
                "echo begins\nwhile [ ! -s $PENSTOCK_OUT/../process ]; do sleep 0.01; done\nhead -c %s /dev/zero > $PENSTOCK_OUT/result"
                        .formatted(TOO_MUCH));
        Asked asked = Asked.of(Table.class);

        isClear(fault(runner(onSmall, store(big)), asked));

        assertThat(onSmall.home().resolve("work/iris-monday")).doesNotExist();
        assertThat(onSmall.log(1)).content().contains("begins");
        onSmall.script("echo little > $PENSTOCK_OUT/result");
        assertThat(runner(onSmall, store(big))
                        .run(asked.task(), asked)
                        .path("digest")
                        .asText())
                .startsWith("sha256:");
    }

    @Test
    void leavesNothingOfInputsThatDoNotFit() throws Exception {
        onSmall.script("exit 0");
        Path file = Files.write(big.resolve("rows"), new byte[TOO_MUCH]);
        ArtifactStore.Kept kept = store(big).keep(file);
        Asked asked = Asked.of(Done.class)
                .with("rows", Table.class, "{\"uri\":\"%s\",\"digest\":\"%s\"}".formatted(kept.uri(), kept.digest()));

        isClear(fault(runner(onSmall, store(big)), asked));

        assertThat(onSmall.home().resolve("work/iris-monday")).doesNotExist();
    }

    @Test
    void leavesTheStoreAsItWas() throws Exception {
        ArtifactStore store = store(small);
        ArtifactStore.Kept before = store.keep(Files.writeString(big.resolve("before"), "rows"));
        onBig.script("head -c %s /dev/zero > $PENSTOCK_OUT/result".formatted(TOO_MUCH));

        isClear(fault(runner(onBig, store), Asked.of(Table.class)));

        store.bring(before.uri(), before.digest(), big.resolve("after"));
        assertThat(big.resolve("after")).content().isEqualTo("rows");
        assertThat(filesIn(small.resolve("store"))).isEqualTo(1);
        assertThat(onBig.home().resolve("work/iris-monday")).doesNotExist();
    }

    @Test
    void endsNoStepWhoseLogDoesNotFit() throws Exception {
        onSmall.script("echo table > $PENSTOCK_OUT/result\nhead -c %s /dev/zero | tr '\\0' 'x'".formatted(TOO_MUCH));
        Asked asked = Asked.of(Table.class);

        ArtifactStore store = store(big);
        runner(onSmall, store).run(asked.task(), asked);

        assertThat(filesIn(big.resolve("store"))).isEqualTo(1);
        assertThat(onSmall.home().resolve("work/iris-monday")).doesNotExist();
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
