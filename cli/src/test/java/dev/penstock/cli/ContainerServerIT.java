package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.runs.RunEnd;
import dev.penstock.store.Artifacts;
import dev.penstock.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container step in the process of a worker that dies, on a real server, watched from another process. */
final class ContainerServerIT {

    private static final String SHAPE = """
            if [ -e $PENSTOCK_CHECKPOINT/half ]; then
                if [ -e $PENSTOCK_OUT/pot ]; then echo 'there is a pot already' >&2; exit 1; fi
                if kill -0 $(cat HERE/number); then echo 'another one shapes it' >&2; exit 1; fi
                echo whole > $PENSTOCK_OUT/pot
                from=$(cat $PENSTOCK_CHECKPOINT/half)
                echo "{\\"attempt\\": $PENSTOCK_ATTEMPT, \\"from\\": \\"$from\\"}" > $PENSTOCK_OUT/outputs.json
                exit 0
            fi
            echo half > $PENSTOCK_CHECKPOINT/half
            echo half > $PENSTOCK_OUT/pot
            echo $$ > HERE/number
            echo '{"fraction": 0.5, "message": "shapes"}' >> $PENSTOCK_PROGRESS
            while true; do sleep 0.1; done
            """;

    @TempDir
    private Path folder;

    @Test
    void goesOnElsewhereWhenItsWorkerIsKilled() throws Exception {
        try (PotteryServer server = PotteryServer.start(folder, SHAPE)) {
            server.order("pottery-1", "clay", "penstock");
            try (Started first = server.worker("penstock");
                    Started watch = server.watch("pottery-1")) {
                watch.await("50 % · shapes");
                Path number = folder.resolve("number");
                long orphan = Long.parseLong(Files.readString(number).strip());
                first.signal("KILL");
                first.end();
                assertThat(ProcessHandle.of(orphan)).as("the orphan").isPresent();
                try (Started second = server.worker("penstock")) {
                    watch.await("Its worker died");
                    assertThat(watch.await("half")).contains("\"attempt\":2", "\"from\":\"half\"");
                    second.signal("TERM");
                    assertThat(second.end()).isZero();
                }
                assertThat(ProcessHandle.of(orphan)).as("the orphan").isEmpty();
            }
            assertThat(kept(server.runs("penstock").result("pottery-1"), server.objects()))
                    .isEqualTo("whole\n");
            assertThat(files(server.home().folder()))
                    .noneMatch(file -> file.startsWith("work") || file.startsWith("checkpoints"));
        }
    }

    /** What is in the pot. */
    private String kept(RunEnd end, ObjectStore objects) throws IOException {
        assertThat(end).isInstanceOf(RunEnd.Succeeded.class);
        JsonNode pot = ((RunEnd.Succeeded) end).value().json().path("pot");
        Path copy = folder.resolve("copy");
        new Artifacts(objects)
                .bring(URI.create(pot.path("uri").asText()), pot.path("digest").asText(), copy);
        return Files.readString(copy);
    }

    private static Stream<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }
}
