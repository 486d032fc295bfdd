package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.contract.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Environments that the real uv builds, which PENSTOCK_UV names. */
final class UvIT extends EnvironmentsContract {

    @Override
    Installer installer() throws IOException {
        String named = System.getenv("PENSTOCK_UV");
        assertThat(named)
                .as("PENSTOCK_UV, the uv beside the Python that .build/venv gives")
                .isNotBlank();
        // Alone in a folder, so that the Python beside it is not found.
        Path link = Files.createDirectories(temporary.resolve("tools")).resolve("uv");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, Path.of(named));
        }
        return new Installer("", link.getParent() + ":" + System.getenv("PATH"));
    }

    @Override
    List<String> complaint() {
        return List.of(
                "(uv pip install with Python 3.",
                "No solution found",
                "no-such-package was not found",
                "your requirements are unsatisfiable");
    }

    @Test
    void isTheOneThatBuildsUnlessPipIsAskedFor() throws Exception {
        requireGreeting("hello");
        bench().run(Asked.of(String.class));
        assertThat(environments().getFirst().resolve("pyvenv.cfg")).content().contains("uv = ");

        Files.delete(environments().getFirst().resolve("ready"));
        bench().set(ProcessSettings.INSTALLER, "pip");
        bench().run(Asked.of(String.class));
        assertThat(environments().getFirst().resolve("pyvenv.cfg")).content().doesNotContain("uv = ");
    }

    @Test
    void findsPackagesWherePipWouldFindThem() throws Exception {
        requireGreeting("hello");
        bench().set("PIP_FIND_LINKS", bench().roots().resolve("test/wheels").toString())
                .set("PIP_NO_INDEX", "1")
                .set("UV_CACHE_DIR", temporary.resolve("cache").toString())
                .file("test/requirements.txt", "greeting==1.0\n");

        assertThat(bench().run(Asked.of(String.class)).textValue()).isEqualTo("hello True");
    }
}
