package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DockerfileTest {

    @Test
    void readsEntryPointAndCommand() throws Dockerfile.ShellForm {
        Dockerfile file = Dockerfile.parse("""
                # CMD ["no"]
                FROM python:3.12 AS build
                CMD ["not", "this"]
                FROM python:3.12-slim
                WORKDIR /app
                RUN pip install \\
                    # a comment in between
                    CMD
                entrypoint ["python", \\
                    "train.py"]
                CMD ["--fast", "a b"]
                """);

        assertThat(file.words()).isEqualTo(List.of("python", "train.py", "--fast", "a b"));
        assertThat(file.folder()).contains("/app");
    }

    @Test
    void takesTheLastOfSeveral() throws Dockerfile.ShellForm {
        assertThat(Dockerfile.parse("CMD [\"a\"]\nCMD [\"b\"]").words()).containsExactly("b");
        assertThat(Dockerfile.parse("CMD [\"a\"]\nENTRYPOINT [\"b\"]").words()).containsExactly("b");
        assertThat(Dockerfile.parse("FROM x").words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CMD python main.py", "ENTRYPOINT exec python", "CMD [\"a\", 1]", "CMD ['a']", "CMD {\"a\": 1}"})
    void refusesAShell(String line) {
        assertThatThrownBy(() -> Dockerfile.parse(line))
                .isInstanceOf(Dockerfile.ShellForm.class)
                .hasMessage(line);
    }
}
