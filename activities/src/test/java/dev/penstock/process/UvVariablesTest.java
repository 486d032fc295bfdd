package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UvVariablesTest {

    @ParameterizedTest
    @CsvSource({
        "PIP_INDEX_URL, https://a/simple, UV_DEFAULT_INDEX, https://a/simple",
        "PIP_EXTRA_INDEX_URL, https://a https://b, UV_INDEX, https://a https://b",
        "PIP_FIND_LINKS, /wheels  https://b, UV_FIND_LINKS, '/wheels,https://b'",
        "PIP_NO_INDEX, 1, UV_NO_INDEX, 1",
        "PIP_CERT, /etc/ca.crt, SSL_CERT_FILE, /etc/ca.crt",
    })
    void saysForUvWhatIsSetForPip(String pip, String value, String uv, String translated) {
        assertThat(UvVariables.of(Map.of(pip, value, "HOME", "/root")))
                .isEqualTo(Map.of(pip, value, "HOME", "/root", uv, translated));
        assertThat(UvVariables.of(Map.of(pip, value, uv, "own"))).isEqualTo(Map.of(pip, value, uv, "own"));
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(UvVariables.of(Map.of("PIP_INDEX_URL", " "))).isEqualTo(Map.of("PIP_INDEX_URL", " "));
    }
}
