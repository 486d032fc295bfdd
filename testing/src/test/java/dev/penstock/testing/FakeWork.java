package dev.penstock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.type.CanonicalJson;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the steps of generated specs yield: a value of their type that depends on their inputs alone. */
record FakeWork(Types types) {

    /** When an approval is given is all that a run does not decide itself. */
    private static final Pattern MOMENT = Pattern.compile("2[01]\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:[0-9.]+)?Z");

    /** Before and after all constants of generated specs, so that comparisons come out as in the run. */
    static final String BEGIN = "2035-01-01T00:00:00Z";

    JsonNode result(String step, DataType output, List<JsonNode> inputs) {
        Random random = new Random((step + text(inputs)).hashCode());
        return new GeneratedValues(new Dice(random), () -> types).of(output);
    }

    static String text(List<JsonNode> values) {
        return values.stream().map(FakeWork::text).collect(Collectors.joining(" "));
    }

    static String text(JsonNode value) {
        return MOMENT.matcher(CanonicalJson.compact(value)).replaceAll("some time");
    }
}
