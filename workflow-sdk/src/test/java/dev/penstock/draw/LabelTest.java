package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {

    @Test
    void leavesOrdinaryTextAsItIs() {
        assertThat(Label.clean("best.accuracy ≥ 0.9 · größte Blüte 🌷"))
                .isEqualTo("best.accuracy ≥ 0.9 · größte Blüte 🌷");
    }

    @Test
    void makesOneLineOfSeveral() {
        assertThat(Label.clean(" a\n\tb\u2028c\u00a0 d ")).isEqualTo("a b c d");
    }

    @Test
    void removesWhatMovesACursorOrReversesText() {
        assertThat(Label.clean("red \u001b[31malert\u0007 \u202Etxt.exe\u202C")).isEqualTo("red [31malert txt.exe");
    }

    @Test
    void replacesWhatNoXmlFileMayHold() {
        assertThat(Label.clean("a\ud800b\ufffe")).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void keepsPicturesOfSeveralCharactersWhole() {
        String family = "👨‍👩‍👧";
        assertThat(Label.clean(family)).isEqualTo(family);
        assertThat(Label.shorten(family + "x", family.length(), String::length)).isEqualTo("…");
    }

    @Test
    void boundsTheLengthOfWhatItCleans() {
        assertThat(Label.clean("x".repeat(1_000_000))).hasSize(400).endsWith("…");
    }

    @Test
    void shortensToTheWidthAllowed() {
        assertThat(Label.shorten("validate the data", 12, String::length)).isEqualTo("validate th…");
        assertThat(Label.shorten("validate", 8, String::length)).isEqualTo("validate");
        assertThat(Label.shorten("validate the data", 10, String::length)).isEqualTo("validate…");
    }
}
