package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.contract.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvironmentsTest extends EnvironmentsContract {

    @Override
    Installer installer() {
        return new Installer("pip", System.getenv("PATH"));
    }

    @Override
    List<String> complaint() {
        return List.of("(pip install with Python 3.", "No matching distribution found for no-such-package==1.0");
    }

    @Test
    void usesTheOtherInstallerWhereItIsThere() throws Exception {
        requireGreeting("hello");
        Path tools = Files.createDirectories(temporary.resolve("tools"));
        Path uv = Files.writeString(tools.resolve("uv"), """
                #!/bin/sh
                echo "$@" >> %s/asked
                case $1 in
                    venv) exec "$4" -m venv "$5" ;;
                    pip) exec "$6" -m pip install -q -r "$8" ;;
                esac
                """.formatted(temporary));
        assertThat(uv.toFile().setExecutable(true)).isTrue();
        bench().set(ProcessSettings.INSTALLER, "").set("PATH", tools + ":" + System.getenv("PATH"));

        assertThat(bench().run(Asked.of(String.class)).textValue()).isEqualTo("hello True");
        assertThat(Files.readString(temporary.resolve("asked"))).contains("venv --no-project", "pip install --compile");
    }
}
