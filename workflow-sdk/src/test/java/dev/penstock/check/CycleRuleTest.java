package dev.penstock.check;

import static dev.penstock.check.Specs.IN;
import static dev.penstock.check.Specs.apply;
import static dev.penstock.check.Specs.call;
import static dev.penstock.check.Specs.get;
import static dev.penstock.check.Specs.graph;
import static dev.penstock.check.Specs.input;
import static dev.penstock.check.Specs.output;
import static dev.penstock.check.Specs.spec;
import static dev.penstock.check.Specs.told;
import static dev.penstock.check.Specs.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleRuleTest {

    @Test
    void findsStepsThatReadEachOther() {
        assertThat(told(spec(apply("a", output("b"), List.of()), apply("b", output("a"), List.of()))))
                .containsExactly("cycle: Steps wait for each other in a circle: a, b.");
    }

    @Test
    void findsAStepThatReadsOrAwaitsItself() {
        assertThat(told(spec(apply("a", output("a"), List.of()))))
                .containsExactly("cycle: Steps wait for each other in a circle: a.");
        assertThat(told(spec(call("k", "int", input(output("a"), "int")), apply("a", get(IN, "number"), List.of("a")))))
                .containsExactly("cycle: Steps wait for each other in a circle: a.");
    }

    @Test
    void namesOnlyThoseInTheCircle() {
        assertThat(told(spec(
                        apply("before", get(IN, "number"), List.of()),
                        apply("a", output("before"), List.of("c")),
                        apply("b", output("a"), List.of()),
                        apply("c", output("b"), List.of()),
                        apply("after", output("c"), List.of()),
                        call("last", "int", input(output("after"), "int")))))
                .containsExactly("cycle: Steps wait for each other in a circle: a, b, c.");
    }

    @Test
    void looksThroughBodies() {
        Node map = new Node.ForEach(
                "map",
                input(get(IN, "numbers"), "list<int>"),
                graph(output("inner"), apply("inner", output("outer"), List.of())),
                type("list<int>"),
                List.of(),
                List.of(),
                Specs.AT);
        Node outer = new Node.Apply(
                "outer",
                new Method("F", "f"),
                List.of(input(output("map"), "list<int>")),
                type("int"),
                List.of(),
                List.of(),
                Specs.AT);

        assertThat(told(spec(map, outer))).containsExactly("cycle: Steps wait for each other in a circle: map, outer.");
    }

    @Test
    void looksIntoBodies() {
        Node map = new Node.ForEach(
                "map",
                input(get(IN, "numbers"), "list<int>"),
                graph(output("b"), apply("a", output("b"), List.of()), apply("b", output("a"), List.of())),
                type("list<int>"),
                List.of(),
                List.of(),
                Specs.AT);

        assertThat(told(spec(map, call("k", "int", input(output("map"), "list<int>")))))
                .containsExactly("cycle: Steps wait for each other in a circle: a, b.");
    }

    @Test
    void acceptsALongChainInAnyOrder() {
        Node[] nodes = new Node[2001];
        for (int i = 0; i < 2000; i++) {
            Expression from = i == 1999 ? get(IN, "number") : output("s-" + (i + 1));
            nodes[i] = apply("s-" + i, from, List.of());
        }
        nodes[2000] = call("last", "int", input(output("s-0"), "int"));

        assertThat(Validation.of(spec(nodes))).isEmpty();
    }
}
