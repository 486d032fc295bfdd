package dev.penstock.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Site;
import dev.penstock.type.CanonicalJson;
import dev.penstock.type.Empties;
import dev.penstock.type.JsonEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes records as JSON for scripts. */
public final class Json {

    private static final JsonEncoder ENCODER = new JsonEncoder(
            Map.of(
                    JsonNode.class, json -> Optional.of((JsonNode) json),
                    Site.class, site -> Optional.of(TextNode.valueOf(site.toString())),
                    Code.class, code -> Optional.of(TextNode.valueOf(((Code) code).text())),
                    Enum.class, constant -> Optional.of(TextNode.valueOf(lower((Enum<?>) constant)))),
            Empties.WRITTEN);

    private Json() {}

    public static String of(Record record) {
        return CanonicalJson.pretty(ENCODER.encode(record));
    }

    /** On one line, for streams of records. */
    public static String line(Record record) {
        return CanonicalJson.compact(ENCODER.encode(record));
    }

    /** The same form for problems of every command. */
    public static String of(List<Problem> problems) {
        return of(new Failed(problems));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Failed(List<Problem> problems) {}
}
