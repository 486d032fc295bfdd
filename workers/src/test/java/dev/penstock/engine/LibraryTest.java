package dev.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.spec.Spec;
import dev.penstock.store.MemoryBlobStore;
import dev.penstock.value.Values;
import org.junit.jupiter.api.Test;

final class LibraryTest {

    /** Passes its input on. */
    static final class Passing implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return in;
        }
    }

    @Test
    void keepsASpecThatARunHolds() {
        Library library = new Library(new Values(new MemoryBlobStore()));
        Spec spec = new Passing().toSpec();
        CompiledPipeline held = library.add("held", spec);
        for (int i = 0; i < 1_000; i++) {
            library.add("other-" + i, spec);
        }
        assertThat(library.get("held")).isSameAs(held);
    }
}
