package dev.penstock.engine;

import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The specs that this worker has seen, ready to run, by their digests. */
public final class Library {

    private static final int MOST = 100;

    private final Values values;
    private final Map<String, CompiledPipeline> specs =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CompiledPipeline> eldest) {
                    return size() > MOST;
                }
            });

    public Library(Values values) {
        this.values = values;
    }

    public Values values() {
        return values;
    }

    /** The pipeline of this digest; what it was read from does not matter, since the digest says what it is. */
    public CompiledPipeline get(String digest, Datum spec) {
        CompiledPipeline known = specs.get(digest);
        if (known != null) {
            return known;
        }
        byte[] json = Datum.of(values.load(spec)).bytes();
        return add(digest, Spec.parse(new String(json, StandardCharsets.UTF_8), "the spec of the run"));
    }

    /** A pipeline that was read here before. */
    public CompiledPipeline get(String digest) {
        CompiledPipeline known = specs.get(digest);
        if (known == null) {
            throw new IllegalStateException("the spec " + digest + " was not read here");
        }
        return known;
    }

    /** Takes a spec in that is at hand. */
    public CompiledPipeline add(String digest, Spec spec) {
        CompiledPipeline compiled = CompiledPipeline.of(spec.pipeline(), spec.types());
        specs.put(digest, compiled);
        return compiled;
    }
}
