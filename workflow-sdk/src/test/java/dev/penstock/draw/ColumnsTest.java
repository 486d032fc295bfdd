package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void countsWhatATerminalShows() {
        assertThat(Columns.of("plain")).isEqualTo(5);
        assertThat(Columns.of("日本")).isEqualTo(4);
        assertThat(Columns.of("🌷")).isEqualTo(2);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void breaksAtSpaces() {
        assertThat(Columns.wrap("one two three four", 9, "…")).containsExactly("one two", "three", "four");
        assertThat(Columns.wrap("", 9, "…")).containsExactly("");
    }

    @Test
    void shortensAWordThatIsWiderThanTheLine() {
        assertThat(Columns.wrap("a incomprehensible b", 6, "…")).containsExactly("a", "incom…", "b");
    }

    @Test
    void spellsEverythingInAscii() {
        assertThat(Glyphs.ASCII.spell("│ ● größer ≥ 日 · …")).isEqualTo("| * gro?er >= ? - ...");
        assertThat(Glyphs.UNICODE.spell("│ ● größer")).isEqualTo("│ ● größer");
    }
}
