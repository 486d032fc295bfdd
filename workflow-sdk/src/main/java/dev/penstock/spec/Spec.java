package dev.penstock.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.type.CanonicalJson;
import dev.penstock.type.Types;

/** A pipeline as data: it can be read, drawn, compared and run without the code that defined it. */
public record Spec(int schema, PipelineSpec pipeline, Types types) {

    /** The newest form of specs that this version writes and reads. */
    public static final int SCHEMA = 1;

    /** The spec of something that can describe itself; all problems of it at once if it cannot. */
    public static Spec of(Specified source) {
        return source.toSpec();
    }

    /** A spec from its JSON text; {@code where} names the text in problems. */
    public static Spec parse(String json, String where) {
        return new SpecReader(where).read(json);
    }

    /** Canonical JSON for people and files, declaration sites included. */
    public String toJson() {
        return CanonicalJson.pretty(SpecJson.write(this));
    }

    /** The same for files that people keep and compare, where a moved line of code must not show. */
    public String toJsonWithoutSites() {
        return CanonicalJson.pretty(SpecJson.writeWithoutSites(this));
    }

    public JsonNode toTree() {
        return SpecJson.write(this);
    }

    /** The name of this graph: equal for equal graphs, wherever and however their code is written. */
    public String digest() {
        return SpecJson.digest(this);
    }

    public String name() {
        return pipeline.name();
    }
}
