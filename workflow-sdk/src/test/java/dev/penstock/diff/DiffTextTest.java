package dev.penstock.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.Site;
import dev.penstock.type.JsonEncoder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffTextTest {

    private static final Site OLD = new Site("Iris.java", 58);
    private static final Site NEW = new Site("Iris.java", 61);

    @Test
    void groupsByStepInTheOrderOfImportance() {
        List<Change> changes = List.of(
                change(Kind.REMOVED, "old", "step \"old\" removed: pause of 1h", Optional.of(OLD), Optional.empty()),
                change(Kind.ADDED, "new", "step \"new\" added: pause of 1h", Optional.empty(), Optional.of(NEW)),
                change(Kind.WORK, "train", "image a → b", Optional.of(OLD), Optional.of(NEW)),
                change(Kind.OPTION, "type X", "now cached", Optional.empty(), Optional.empty()),
                change(Kind.OPTION, "train", "now cached", Optional.of(OLD), Optional.of(NEW)));
        assertThat(DiffText.of(changes)).isEqualTo("""
            old (Iris.java:58)
              − step "old" removed: pause of 1h
            new (Iris.java:61)
              + step "new" added: pause of 1h
            train (Iris.java:61, before Iris.java:58)
              ~ image a → b
              ~ now cached
            type X
              ~ now cached
            """);
    }

    @Test
    void saysSoWhenNothingChanged() {
        assertThat(DiffText.of(List.of())).isEqualTo("Nothing changed.\n");
    }

    @Test
    void letsNoSpecCommandTheTerminal() {
        Change change =
                change(Kind.WORK, "a\u001b[2J", "reason \"\r\u202e\" → \"\"", Optional.empty(), Optional.empty());
        assertThat(DiffText.of(List.of(change))).isEqualTo("a\\u001b[2J\n  ~ reason \"\\u000d\\u202e\" → \"\"\n");
    }

    @Test
    void isAlsoJson() {
        Change change = change(Kind.WORK, "train", "image a → b", Optional.of(OLD), Optional.empty());
        assertThat(new JsonEncoder().encode(change))
                .hasToString("{\"kind\":\"WORK\",\"path\":\"train\",\"sentence\":\"image a → b\","
                        + "\"before\":{\"file\":\"Iris.java\",\"line\":58}}");
    }

    @Test
    void showsLongTextsWhereTheyDiffer() {
        String same = "x".repeat(100);
        assertThat(Shown.change(same + "a", same + "b")).isEqualTo("…%sa → …%<sb".formatted("x".repeat(20)));
        assertThat(Shown.change("a", "b")).isEqualTo("a → b");
        assertThat(Shown.change("", "b".repeat(100))).isEqualTo(" → " + "b".repeat(59) + "…");
    }

    private static Change change(Kind kind, String path, String sentence, Optional<Site> before, Optional<Site> after) {
        return new Change(kind, path, sentence, before, after);
    }
}
