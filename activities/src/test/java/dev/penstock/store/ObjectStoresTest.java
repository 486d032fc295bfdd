package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.flow.Pipeline;
import dev.penstock.problem.InvalidInputException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectStoresTest {

    @TempDir
    private Path folder;

    @Test
    void needNothingOfAmazonForAFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "1");
        try (URLClassLoader loader = withoutAmazon()) {
            Object store = open(loader, folder.resolve("store").toString());
            Class<?> objects = loader.loadClass(ObjectStore.class.getName());
            Object artifacts = loader.loadClass(Artifacts.class.getName())
                    .getConstructor(objects)
                    .newInstance(store);
            artifacts.getClass().getMethod("keep", Path.class).invoke(artifacts, file);
        }
        assertThat(new FileObjectStore(folder.resolve("store")).list("")).hasSize(1);
    }

    @Test
    void needItForS3() throws Exception {
        try (URLClassLoader loader = withoutAmazon()) {
            assertThatExceptionOfType(InvocationTargetException.class)
                    .isThrownBy(() -> open(loader, "s3://bucket/prefix"))
                    .withRootCauseInstanceOf(ClassNotFoundException.class)
                    .havingRootCause()
                    .withMessageContaining("software.amazon");
        }
    }

    @Test
    void readAPlaceInS3() {
        S3Place place = S3Place.parse("s3://my.bucket/team/store/");
        assertThat(place.bucket()).isEqualTo("my.bucket");
        assertThat(place.prefix()).isEqualTo("team/store/");
        assertThat(S3Place.parse("s3://bucket").prefix()).isEmpty();
        assertThat(place.at(URI.create("http://127.0.0.1:7070")).words())
                .isEqualTo("s3://my.bucket/team/store/ at http://127.0.0.1:7070");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:", "s3://", "s3:///x", "s3://B/x", "s3://bucket//x", "s3://bucket/x?y=1"})
    void refuseWhatIsNoPlace(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ObjectStores.open(text, Map.of()))
                .withMessageContaining("is no place in S3")
                .withMessageContaining("s3://bucket/prefix");
    }

    private static Object open(ClassLoader loader, String place) throws Exception {
        return loader.loadClass(ObjectStores.class.getName())
                .getMethod("open", String.class, Map.class)
                .invoke(null, place, Map.of());
    }

    private static URLClassLoader withoutAmazon() throws Exception {
        Class<?>[] needed = {
            Artifacts.class,
            Pipeline.class,
            com.fasterxml.jackson.databind.JsonNode.class,
            com.fasterxml.jackson.core.JsonFactory.class,
            com.fasterxml.jackson.annotation.JsonInclude.class
        };
        URL[] path = Arrays.stream(needed)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    }
}
