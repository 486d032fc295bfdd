package dev.penstock.cli.params;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.Outcome;
import dev.penstock.cli.sample.Hello;
import dev.penstock.cli.sample.Iris;
import dev.penstock.cli.sample.Tuned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlagParametersTest {

    private static final String[] COMPLETE = {
        "source=s3://bucket/iris.csv",
        "depths=2,4,8",
        "minAccuracy=0.9",
        "optimizer.rate=0.1",
        "mode=FAST",
        "labels={\"team\": \"a\"}",
        "strategy={\"@type\": \"Grid\", \"steps\": 3}"
    };

    @TempDir
    Path folder;

    @Test
    void readsEachValueAsTheTypeOfItsPlace() {
        assertThat(iris())
                .succeeded()
                .prints(
                        "\"s3://bucket/iris.csv\"",
                        "[2,4,8]",
                        "optimizer.rate      double              0.1",
                        "\"FAST\"",
                        "{\"team\":\"a\"}",
                        "strategy.steps",
                        "--param");
    }

    @Test
    void takesPartsOfMapsAndFamiliesByDots() {
        assertThat(tuned("weights.b=2", "form.slope=3", "search.depths=[1]"))
                .succeeded()
                .prints("{\"a\":1,\"b\":2}", "\"Linear\"", "3", "[1]");
    }

    @Test
    void replacesTheFormOfAFamily() {
        assertThat(tuned("form.level=4", "form.@type=Constant")).succeeded().prints("\"Constant\"", "form.level");
        assertThat(tuned("form.@type=Constant"))
                .refused("missing-value")
                .complains("--param form.@type, form.level", "--param form.level=0.5");
    }

    @Test
    void keepsTheDefaultsOfWhatIsNotGiven() {
        assertThat(tuned("search.rate=0.5"))
                .succeeded()
                .prints("search.rate    double           0.5", "[2,4]           default", "\"plain\"         default");
    }

    @Test
    void takesNullAsTheAbsenceOfAnOptionalValue() {
        assertThat(tuned("seed=null")).succeeded().prints("seed           optional<int>    may be left out");
        assertThat(tuned("name=null")).succeeded().prints("\"null\"");
        assertThat(tuned("search.rate=null")).refused("wrong-type");
    }

    @Test
    void takesStringsAsTheyAre() {
        assertThat(tuned("name={\"a\": [1, 2=3]")).succeeded().prints("\"{\\\"a\\\": [1, 2=3]\"");
        assertThat(tuned("name=")).succeeded().prints("\"\"");
    }

    @Test
    void readsDurationsAsPeopleWriteThem() {
        assertThat(iris("limit=90m")).succeeded().prints("\"PT1H30M\"");
    }

    @Test
    void takesTheWholeInputWhereItIsNoRecord() {
        assertThat(hello("--input", "World")).succeeded().prints("\"World\"", "--input");
        assertThat(hello("--input", "-5")).succeeded().prints("\"-5\"");
    }

    @Test
    void reportsEverythingAtOnce() {
        assertThat(tuned("search.rate=fast", "search.depths=2,x", "weights={\"a\": 1.5}", "colour=red", "nonsense"))
                .refused("wrong-type", "wrong-type", "wrong-type", "unknown-name", "malformed")
                .complains(
                        "--param search.rate",
                        "Expected double, got the text \"fast\".",
                        "--param search.depths, search.depths[1]",
                        "--param weights, weights.a",
                        "Params has no component \"colour\"",
                        "--param nonsense",
                        "Write --param name=value.",
                        "5 problems");
    }

    @Test
    void namesWhatIsMissingAndHowToGiveIt() {
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--param", "depths=2"))
                .refused(
                        "missing-value",
                        "missing-value",
                        "missing-value",
                        "missing-value",
                        "missing-value",
                        "missing-value")
                .complains(
                        "parameter source",
                        "\"source\" is missing; it is needed and of type uri.",
                        "--param source=s3://bucket/path",
                        "--param optimizer='{\"rate\": 0.5}'",
                        "--param mode=FAST");
    }

    @Test
    void suggestsTheNearestName() {
        assertThat(tuned("serach.rate=1")).refused("unknown-name").complains("Did you mean \"search\"?");
        assertThat(tuned("search.rat=1")).refused("unknown-name").complains("Did you mean \"rate\"?");
    }

    @Test
    void saysThatAValueHasNoParts() {
        assertThat(tuned("name.first=x"))
                .refused("unknown-name")
                .complains("\"name\" is of type string, which has no parts");
        assertThat(hello("--param", "name=x")).refused("unknown-name").complains("--input text");
    }

    @Test
    void asksForTheFormOfAFamily() {
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--param", "strategy.steps=3"))
                .refused("missing-value")
                .complains("several forms: Grid, RandomSearch", "--param strategy.@type=Grid");
    }

    @Test
    void saysWhereJsonOfAFlagIsMalformed() {
        assertThat(tuned("weights={\"a\": }"))
                .refused("malformed")
                .complains("--param weights, character 7", "map<int> is given as JSON", "Example: {\"key\": 42}");
    }

    @Test
    void refusesAParameterGivenTwice() {
        assertThat(tuned("name=a", "name=b")).refused("repeated-option").complains("\"name\" is given twice");
    }

    @Test
    void refusesTheWholeInputOfARecord() {
        assertThat(Call.in(folder).with(new Tuned()).run("plan", "--input", "x"))
                .refused("wrong-type")
                .complains("is a record, Params", "--param name=value");
    }

    @Test
    void tellsTheKnownConstantsOfAnEnum() {
        assertThat(iris("mode=SLOW"))
                .refused("wrong-type")
                .complains("--param mode", "Expected Mode", "Known: FAST, THOROUGH");
    }

    @Test
    void letsTheRecordItselfRefuse() {
        assertThat(iris("optimizer.rate=-1"))
                .refused("refused-value")
                .complains("--param optimizer.rate", "the rate must be above zero.");
        assertThat(iris("depths=")).refused("refused-value").complains("at least one depth is needed");
    }

    private Outcome iris(String... more) {
        List<String> all = new ArrayList<>();
        for (String parameter : COMPLETE) {
            String name = parameter.substring(0, parameter.indexOf('=') + 1);
            if (List.of(more).stream().noneMatch(given -> given.startsWith(name))) {
                all.add(parameter);
            }
        }
        all.addAll(List.of(more));
        return Call.in(folder).with(new Iris()).run(flags(all));
    }

    private Outcome tuned(String... parameters) {
        return Call.in(folder).with(new Tuned()).run(flags(List.of(parameters)));
    }

    private Outcome hello(String... args) {
        List<String> all = new ArrayList<>(List.of("plan"));
        all.addAll(List.of(args));
        return Call.in(folder).with(new Hello()).run(all.toArray(String[]::new));
    }

    private static String[] flags(List<String> parameters) {
        List<String> args = new ArrayList<>(List.of("plan"));
        parameters.forEach(parameter -> args.addAll(List.of("--param", parameter)));
        return args.toArray(String[]::new);
    }
}
