package dev.penstock.draw;

import static dev.penstock.draw.Steps.IN;
import static dev.penstock.draw.Steps.apply;
import static dev.penstock.draw.Steps.applyAfter;
import static dev.penstock.draw.Steps.forEach;
import static dev.penstock.draw.Steps.graph;
import static dev.penstock.draw.Steps.in;
import static dev.penstock.draw.Steps.out;
import static dev.penstock.draw.Steps.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Drawing.Reason;
import dev.penstock.draw.Drawing.Shape;
import dev.penstock.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void drawsABoxForEachStepAndForBothEnds() {
        Drawing drawing = Drawing.of(Examples.hello());
        assertThat(drawing.shapes()).extracting(Shape::name).containsExactly("in", "greet", "result");
        assertThat(arrows(drawing)).containsExactly("in → greet", "greet → result");
        assertThat(drawing.stepCount()).isEqualTo(1);
    }

    @Test
    void labelsArrowsWithWhatIsReadOrElseItsType() {
        Spec spec = spec(
                "labels",
                graph(
                        out("c"),
                        apply("a", "app.Code", "a", "app.Split", IN),
                        apply("b", "app.Code", "b", "int", out("a", "train", "rows")),
                        apply("c", "app.Code", "c", "list<app.Split>", out("a"), out("b"))));
        assertThat(arrows(Drawing.of(spec)))
                .containsExactly("in → a", "a → b: train.rows", "a → c: Split", "b → c", "c → result: list<Split>");
    }

    @Test
    void saysWhatEachStepIs() {
        Drawing drawing = Drawing.of(Examples.iris());
        assertThat(box(drawing, "train").details())
                .containsExactly("image train:1.4", "cpu 2 · 2Gi · gpu 1 · pool gpu-workloads");
        assertThat(box(drawing, "train").marks()).containsExactly("cached", "spot, then on-demand");
        assertThat(box(drawing, "best").details()).containsExactly("IrisPipeline::mostAccurate");
        assertThat(box(drawing, "approval").details()).containsExactly("approval by model-owners", "within 2d");
        assertThat(box(drawing, "rollout").details()).containsExactly("workflow Rollout");
        assertThat(box(drawing, "ingest").marks()).containsExactly("retry 5");
        assertThat(cluster(drawing, "candidates").title()).isEqualTo("candidates: for each of in.depths, at most 4");
    }

    @Test
    void leadsOuterValuesToTheInnerStepThatReadsThemAndResultsOutOfTheStepThatYieldsThem() {
        assertThat(arrows(Drawing.of(Examples.iris())))
                .contains(
                        "in → item: depths",
                        "engineer → train: train",
                        "engineer → evaluate: test",
                        "evaluate → best: list<Candidate>",
                        "best.accuracy ≥ in.minAccuracy → then",
                        "best.accuracy ≥ in.minAccuracy → otherwise",
                        "best → reject: Candidate",
                        "promote → result: Outcome",
                        "reject → result: Outcome");
    }

    @Test
    void givesAResultThatIsMoreThanOneStepAShapeOfItsOwn() {
        Drawing drawing = Drawing.of(Examples.everything());
        assertThat(arrows(drawing))
                .contains(
                        "trial → yields Sweep(best: trial, rest: trials): Trial",
                        "yields Sweep(best: trial, rest: trials) → wait: best");
        assertThat(cluster(drawing, "sweep").yields()).contains("Sweep(best: trial, rest: trials)");
    }

    @Test
    void keepsTheInputOfASubPipelineApartFromThatAroundIt() {
        Drawing drawing = Drawing.of(Examples.everything());
        Cluster score = cluster(drawing, "score");
        assertThat(score.shapes()).extracting(Shape::name).containsExactly("in", "batch", "summary");
        assertThat(box(drawing, "batch").path()).isEqualTo("score/batch");
        assertThat(arrows(drawing)).contains("wait → in: model", "in → batch", "summary → result: Score");
    }

    @Test
    void drawsHandlersWithTheirOwnInputsAndWithoutThoseTheyDoNotRead() {
        Drawing drawing = Drawing.of(Examples.everything());
        assertThat(cluster(drawing, "on failure").shapes())
                .extracting(Shape::name)
                .containsExactly("ending", "in", "page");
        assertThat(cluster(drawing, "lastly").shapes()).extracting(Shape::name).containsExactly("clean-up");
        assertThat(arrows(drawing)).contains("ending → page: step", "in → page: owner");
    }

    @Test
    void tellsWaitingFromReading() {
        Drawing drawing = Drawing.of(Examples.everything());
        assertThat(drawing.arrows())
                .filteredOn(arrow -> arrow.reason() == Reason.ORDER)
                .extracting(arrow -> name(drawing, arrow.from()) + " → " + name(drawing, arrow.to()))
                .containsExactly("load → wait", "score → notify");
    }

    @Test
    void drawsAStepBeforeTheOneThatItReads() {
        Spec spec = spec(
                "backwards",
                graph(
                        out("first"),
                        applyAfter("first", List.of(), out("second")),
                        applyAfter("second", List.of(), IN)));
        assertThat(arrows(Drawing.of(spec))).containsExactly("second → first", "in → second", "first → result");
    }

    @Test
    void leavesOutWhatNobodyYields() {
        Spec spec = spec("broken", graph(out("nowhere"), applyAfter("a", List.of("gone"), out("missing"), in("x"))));
        assertThat(arrows(Drawing.of(spec))).containsExactly("in → a: x");
    }

    @Test
    void drawsNoArrowBetweenAFrameAndWhatIsInIt() {
        Spec spec = spec(
                "inside-out",
                graph(
                        out("each"),
                        forEach(
                                "each",
                                IN,
                                "long",
                                graph(out("inner"), applyAfter("inner", List.of("each"), out("each"), out("inner"))))));
        assertThat(arrows(Drawing.of(spec))).containsExactly("in → item", "inner → result");
    }

    private static List<String> arrows(Drawing drawing) {
        return drawing.arrows().stream().map(arrow -> text(drawing, arrow)).toList();
    }

    private static String text(Drawing drawing, Arrow arrow) {
        String ends = name(drawing, arrow.from()) + " → " + name(drawing, arrow.to());
        return arrow.label().isEmpty() ? ends : ends + ": " + arrow.label();
    }

    private static String name(Drawing drawing, String id) {
        return drawing.everything()
                .filter(shape -> shape.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Box box(Drawing drawing, String name) {
        return (Box) shape(drawing, name);
    }

    private static Cluster cluster(Drawing drawing, String name) {
        return (Cluster) shape(drawing, name);
    }

    private static Shape shape(Drawing drawing, String name) {
        return drawing.everything()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
