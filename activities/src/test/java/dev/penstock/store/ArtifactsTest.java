package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.store.ArtifactStore.Kept;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArtifactsTest extends ArtifactsContract {

    @Override
    ObjectStore open() {
        return new FileObjectStore(folder.resolve("store"));
    }

    @Override
    Path object(String name) {
        return folder.resolve("store").resolve(name);
    }

    @Test
    void bringsABigFileAsItWasAndNoneThatHasChangedInTheMiddle() throws IOException {
        byte[] bytes = new byte[20 << 20];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("big"), bytes);
        Kept kept = new Artifacts(open()).keep(file);
        new Artifacts(open()).bring(kept.uri(), kept.digest(), folder.resolve("copy"));
        assertThat(Files.mismatch(file, folder.resolve("copy"))).isEqualTo(-1);
        try (RandomAccessFile object = new RandomAccessFile(
                object(Digests.name("sha256", kept.digest())).toFile(), "rw")) {
            object.seek(10 << 20);
            object.write(bytes[10 << 20] + 1);
        }
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> new Artifacts(open()).bring(kept.uri(), kept.digest(), folder.resolve("damaged")))
                .withMessageContaining("is damaged");
        assertThat(folder.resolve("damaged")).doesNotExist();
    }
}
