package dev.penstock.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeChangesTest {

    private static final Spec SPEC = Spec.of(new SamplePipeline());

    @Test
    void countsAnotherPackageOnceAndNotPerStep() {
        Spec moved = edited("dev.penstock.diff.SamplePipeline$Score", "dev.example.Score");
        assertThat(lines(moved))
                .contains("~ type Score: type dev.penstock.diff.SamplePipeline$Score is now called dev.example.Score")
                .allMatch(line -> line.startsWith("~ type "));
    }

    @Test
    void recognisesATypeOfAnotherName() {
        Spec renamed = edited("SamplePipeline$Raw", "SamplePipeline$Flowers");
        assertThat(lines(renamed))
                .containsExactly("~ type Flowers: type dev.penstock.diff.SamplePipeline$Raw"
                        + " is now called dev.penstock.diff.SamplePipeline$Flowers");
    }

    @Test
    void tellsTheComponentsOfANewType() {
        Spec added = Edit.of(SPEC)
                .set("type Score", "/components/2", "{\"name\":\"a\",\"type\":\"dev.x.New\"}")
                .spec();
        String definition = "\"definitions\": {\"dev.x.New\": {\"@type\": \"RecordType\", \"tagged\": false,"
                + " \"components\": [{\"name\": \"loss\", \"type\": \"double\"}]},";
        Spec defined = Spec.parse(added.toJson().replace("\"definitions\": {", definition), "defined");
        assertThat(lines(defined))
                .containsExactly(
                        "~ type Score: component a added: New", "~ type New: type added: record of loss: double");
    }

    @Test
    void seesATypeBecomeSomethingElse() {
        Spec changed = Spec.parse(
                SPEC.toJson()
                        .replaceFirst(
                                "\"@type\": \"EnumType\",\\s+\"constants\": \\[\\s+\"FULL\",\\s+\"QUICK\"\\s+\\]",
                                "\"@type\": \"ArtifactType\", \"kind\": \"report\""),
                "changed");
        assertThat(lines(changed)).containsExactly("~ type Mode: enum of FULL, QUICK → artifact of kind report");
    }

    @Test
    void namesPackagesWhereOnlyTheyDiffer() {
        Spec other = Edit.of(SPEC).set("best", "/output", "\"a.b.Score\"").spec();
        assertThat(lines(other))
                .containsExactly("~ best: yields a.b.Score instead of dev.penstock.diff.SamplePipeline$Score");
    }

    private static Spec edited(String before, String after) {
        return Spec.parse(SPEC.toJson().replace(before, after), "edited");
    }

    private static List<String> lines(Spec after) {
        return SpecDiff.between(SPEC, after).stream().map(Change::toString).toList();
    }
}
