package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SafeNameTest {

    @Test
    void keepsWhatIsSafe() {
        assertThat(SafeName.of("map-depths[2]")).isEqualTo("map-depths[2]");
    }

    @Test
    void givesDifferentTextsDifferentNamesThatAnyDiskTakes() {
        List<String> texts = List.of(
                "", ".", "..", "...", "a/b", "a_b", "a\0b", "é", "è", ".hidden", "x".repeat(300), "x".repeat(301));
        Set<String> names = new HashSet<>();
        for (String text : texts) {
            String name = SafeName.of(text);
            assertThat(name).matches("[A-Za-z0-9_=+@\\[\\]-][A-Za-z0-9._=+@\\[\\]-]{0,119}");
            names.add(name);
        }
        assertThat(names).hasSameSizeAs(texts);
    }
}
