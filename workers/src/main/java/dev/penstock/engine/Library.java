package dev.penstock.engine;

import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    // A run that goes on for weeks asks for its spec when many others have come after it.
    private final Map<String, WeakReference<CompiledPipeline>> held = Collections.synchronizedMap(new TreeMap<>());

    public Library(Values values) {
        this.values = values;
    }

    public Values values() {
        return values;
    }

    /** The pipeline of this digest; what it was read from does not matter, since the digest says what it is. */
    public CompiledPipeline get(String digest, Datum spec) {
        Optional<CompiledPipeline> known = known(digest);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] json = Datum.of(values.load(spec)).bytes();
        return add(digest, Spec.parse(new String(json, StandardCharsets.UTF_8), "the spec of the run"));
    }

    /** A pipeline that was read here before, and is held by its run or was read not long ago. */
    public CompiledPipeline get(String digest) {
        return known(digest).orElseThrow(() -> new IllegalStateException("the spec " + digest + " was not read here"));
    }

    private Optional<CompiledPipeline> known(String digest) {
        return Optional.ofNullable(specs.get(digest))
                .or(() -> Optional.ofNullable(held.get(digest)).map(WeakReference::get));
    }

    /** Takes a spec in that is at hand. */
    public CompiledPipeline add(String digest, Spec spec) {
        CompiledPipeline compiled = CompiledPipeline.of(spec.pipeline(), spec.types());
        specs.put(digest, compiled);
        held.put(digest, new WeakReference<>(compiled));
        held.values().removeIf(reference -> reference.get() == null);
        return compiled;
    }
}
