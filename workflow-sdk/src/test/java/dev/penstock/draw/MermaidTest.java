package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MermaidTest {

    @Test
    void writesTheChartOfARealPipeline() {
        Golden.check("iris.mmd", Mermaid.of(Examples.iris()));
    }

    @Test
    void writesEveryKindOfStep() {
        Golden.check("everything.mmd", Mermaid.of(Examples.everything()));
    }

    @Test
    void escapesEveryCharacterThatMeansSomething() {
        assertThat(MermaidText.escape("\"<b>|`#;&%%{init}[x]"))
                .isEqualTo("#34;#60;b#62;#124;#96;#35;#59;#38;#37;#37;#123;init#125;#91;x#93;");
        assertThat(MermaidText.escape("größer ≥ 日本 🌷: a.b-c_d (1/2)")).isEqualTo("größer ≥ 日本 🌷: a.b-c_d (1/2)");
    }

    @Test
    void hidesColonsWhereMermaidWouldTakeThemForAStyle() {
        assertThat(MermaidText.escape("style: #1")).isEqualTo("style#58; #35;1");
    }

    @Test
    void letsNoNameOutOfItsLabel() {
        String text =
                Mermaid.of(Examples.hostile("x\"] --> y; end\n%%{init: {}}%% <script>alert(1)</script> subgraph |"));
        assertThat(text).doesNotContain("<script", "%%", "x\"");
        assertThat(text.lines())
                .allMatch(line -> line.matches(
                        "flowchart TD|\\s*(end|subgraph n\\d+\\[\"[^\"]*\"]|n\\d+\\W+\"[^\"]*\"\\W+:::\\w+|class n\\d+ \\w+"
                                + "|n\\d+ -\\.?->(\\|\"[^\"]*\"\\|)? n\\d+|classDef \\w+ [#\\w:,]+)"));
    }
}
