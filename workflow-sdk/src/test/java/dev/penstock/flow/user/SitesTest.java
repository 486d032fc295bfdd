package dev.penstock.flow.user;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.user.Sketch.line;
import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Value;
import dev.penstock.flow.When;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Ingest;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SitesTest {

    private static final Value<Features> FEATURES = Value.of(new Features(URI.create("s3://f"), "sha256:0"));

    private final Map<String, Integer> expected = new HashMap<>();

    @Test
    void areTheLinesAtWhichStepsWereDeclared() {
        Spec spec = Sketch.spec((flow, in) -> {
            expect("ingest", line() + 1);
            flow.run(new Ingest(in.get(Params::source)));
            expect("helper", HELPER);
            helper(flow, in, "helper");
            expect("next", line() + 1);
            Value<Integer> next = flow.apply(Vocabulary::next).to(in.get(Params::depth));
            expect("when-next", line() + 1);
            When<Classifier> when = flow.when(next.is(atLeast(3)), () -> {
                expect("then", line() + 1);
                return flow.run(new Train(FEATURES, next), named("then"));
            });
            expect("otherwise", HELPER);
            when.otherwise(() -> helper(flow, in, "otherwise"));
            expect("map-depths", line() + 1);
            flow.map(in.get(Params::depths), each -> {
                expect("each", line() + 1);
                return flow.run(new Train(FEATURES, each), named("each"));
            });
            IntStream.range(0, 2).forEach(i -> {
                expect("streamed-" + i, line() + 1);
                flow.run(new Train(FEATURES, Value.of(i)), named("streamed-" + i));
            });
            flow.lastly(ending -> {
                expect("at-last", line() + 1);
                flow.run(new Train(FEATURES, in.get(Params::depth)), named("at-last"));
            });
        });

        Map<String, Site> found = new HashMap<>();
        spec.pipeline().graph().nodes().forEach(node -> collect(node, found));
        spec.pipeline().lastly().orElseThrow().nodes().forEach(node -> collect(node, found));

        assertThat(found)
                .hasSize(expected.size())
                .allSatisfy((name, site) ->
                        assertThat(site).as(name).isEqualTo(new Site("SitesTest.java", expected.get(name))));
    }

    private void expect(String step, int line) {
        expected.put(step, line);
    }

    private static void collect(Node node, Map<String, Site> into) {
        into.put(node.name(), node.at());
        References.bodies(node).forEach(body -> body.nodes().forEach(inner -> collect(inner, into)));
    }

    private static final int HELPER = line() + 3;

    private static Value<Classifier> helper(Flow flow, Value<Params> in, String name) {
        return flow.run(new Train(FEATURES, in.get(Params::depth)), named(name));
    }
}
