package dev.penstock.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StepChangesTest {

    private static final Spec SPEC = Spec.of(new SamplePipeline());

    @Test
    void saysOfANewNameThatTheStepIsTheSame() {
        Spec renamed = renamed("\"train\"", "\"fit\"");
        assertThat(lines(SPEC, renamed)).containsExactly("~ map-depths > fit: step \"train\" is now called \"fit\"");
    }

    @Test
    void followsANewNameIntoEveryReader() {
        Spec renamed = renamed("\"provided-accuracy\"", "\"gate\"");
        assertThat(lines(SPEC, renamed)).containsExactly("~ gate: step \"provided-accuracy\" is now called \"gate\"");
    }

    @Test
    void recognisesANewNameOfAStepWithABody() {
        Spec renamed = renamed("\"map-depths\"", "\"sweep\"");
        assertThat(lines(SPEC, renamed)).containsExactly("~ sweep: step \"map-depths\" is now called \"sweep\"");
    }

    @Test
    void recognisesSeveralNewNamesAtOnce() {
        Spec renamed = Spec.parse(
                SPEC.toJson()
                        .replace("\"map-depths\"", "\"sweep\"")
                        .replace("\"provided-accuracy\"", "\"gate\"")
                        .replace("\"train\"", "\"fit\""),
                "renamed");
        assertThat(SpecDiff.between(SPEC, renamed))
                .extracting(Change::kind)
                .contains(Kind.RENAMED)
                .doesNotContain(Kind.ADDED, Kind.REMOVED, Kind.DATA);
    }

    @Test
    void tellsANewStepFromARenamedOne() {
        Edit edit = Edit.of(SPEC).set("best", "/method/name", "\"worst\"").set("best", "/name", "\"worst\"");
        assertThat(lines(SPEC, edit.spec()))
                .containsExactly(
                        "− best: step \"best\" removed: function SamplePipeline::best",
                        "+ worst: step \"worst\" added: function SamplePipeline::worst, reads map-depths");
    }

    @Test
    void tellsABodyWithItsStep() {
        Spec without = changed(nodes -> nodes.remove(index(nodes, "map-depths")));
        assertThat(lines(SPEC, without))
                .containsExactly("− map-depths: step \"map-depths\" removed: map over in.depths, with train inside");
        assertThat(lines(without, SPEC))
                .containsExactly("+ map-depths: step \"map-depths\" added: map over in.depths, with train inside, reads"
                        + " in.depths");
    }

    @Test
    void seesAStepMoveOutOfABodyAndIn() {
        Spec outside = changed(nodes -> {
            ArrayNode body = (ArrayNode) nodes.get(index(nodes, "map-depths")).at("/body/nodes");
            nodes.add(body.remove(0));
        });
        assertThat(lines(SPEC, outside))
                .containsExactly("~ train: moved from the body of \"map-depths\" to the main graph");
        assertThat(lines(outside, SPEC))
                .containsExactly("~ map-depths > train: moved from the main graph to the body of \"map-depths\"");
    }

    @Test
    void seesAStepChangeItsBranch() {
        Spec moved = changed(nodes -> {
            JsonNode choice = nodes.get(index(nodes, "when-accuracy"));
            ((ArrayNode) choice.at("/otherwise/nodes")).add(((ArrayNode) choice.at("/then/nodes")).remove(0));
        });
        assertThat(lines(SPEC, moved))
                .containsExactly("~ when-accuracy > pause-1h: moved from the then-branch of \"when-accuracy\""
                        + " to the otherwise-branch of \"when-accuracy\"");
    }

    @Test
    void seesAStepBecomeOneOfAnotherKind() {
        Spec replaced = Edit.of(SPEC).set("best", "/@type", "\"Call\"").spec();
        assertThat(lines(SPEC, replaced))
                .containsExactly("~ best: is now a call SamplePipeline::best; it was a function SamplePipeline::best");
    }

    @Test
    void goesIntoPipelinesInside() {
        Spec edited = Edit.of(SPEC).set("wash", "/method/name", "\"rinse\"").spec();
        assertThat(lines(SPEC, edited))
                .containsExactly("~ clean > repeat-input > wash: method SamplePipeline::wash → SamplePipeline::rinse");
    }

    @Test
    void goesIntoHandlers() {
        Spec edited = Edit.of(SPEC)
                .set("inform", "/inputs/0/from/component", "\"step\"")
                .spec();
        assertThat(lines(SPEC, edited))
                .containsExactly("~ on failure > inform: input 1 reads ending.step instead of ending.message");
    }

    @Test
    void doesNotMindTheOrderBesideAChange() {
        Spec reordered = changed(StepChangesTest::swap);
        assertThat(lines(SPEC, reordered)).containsExactly("~ pipeline: only the order of declaration changed");
        Spec both = Edit.of(reordered)
                .set("train", "/container/image", "\"train:2\"")
                .spec();
        assertThat(lines(SPEC, both)).containsExactly("~ map-depths > train: image train:1 → train:2");
    }

    @Test
    void doesNotMindDeclarationSites() {
        Spec moved = Spec.parse(SPEC.toJson().replace("SamplePipeline.java:1", "Elsewhere.java:3"), "moved");
        assertThat(moved).isNotEqualTo(SPEC);
        assertThat(SpecDiff.between(SPEC, moved)).isEmpty();
    }

    @Test
    void knowsBothPlacesOfDeclaration() {
        Spec edited = Edit.of(SPEC)
                .set("best", "/at", "\"Other.java:7\"")
                .set("best", "/output", "\"int\"")
                .spec();
        Change change = SpecDiff.between(SPEC, edited).getFirst();
        assertThat(change.before())
                .hasValueSatisfying(site -> assertThat(site.file()).isEqualTo("SamplePipeline.java"));
        assertThat(change.after()).contains(new Site("Other.java", 7));
    }

    @Test
    void putsTheWeightiestFirst() {
        Spec edited = Edit.of(SPEC)
                .set("train", "/container/resources/memory", "\"4Gi\"")
                .set("train", "/container/image", "\"train:2\"")
                .set("ingest", "/settings/0/attempts", "5")
                .set("best", "/inputs/0/from/step", "\"x\"")
                .set("pipeline", "/output", "\"int\"")
                .spec();
        assertThat(SpecDiff.between(SPEC, edited))
                .extracting(Change::kind)
                .containsExactly(Kind.PIPELINE, Kind.DATA, Kind.WORK, Kind.OPTION, Kind.OPTION);
    }

    private static Spec renamed(String before, String after) {
        return Spec.parse(SPEC.toJson().replace(before, after), "renamed");
    }

    private static Spec changed(Consumer<ArrayNode> change) {
        ObjectNode tree = SPEC.toTree().deepCopy();
        change.accept((ArrayNode) tree.at("/pipeline/graph/nodes"));
        return Spec.parse(tree.toString(), "changed");
    }

    private static void swap(ArrayNode nodes) {
        nodes.add(nodes.remove(0));
    }

    private static int index(ArrayNode nodes, String name) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).path("name").asText().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static List<String> lines(Spec before, Spec after) {
        return SpecDiff.between(before, after).stream().map(Change::toString).toList();
    }
}
