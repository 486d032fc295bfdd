package dev.penstock.engine;

import dev.penstock.value.Datum;
import java.util.List;

/** The part of a spec that one workflow works on. */
public sealed interface Part extends Message {

    /** The steps that lead from the outermost pipeline to the one at hand. */
    List<String> within();

    /** A pipeline as a whole. */
    record Whole(List<String> within) implements Part {
        public Whole {
            within = List.copyOf(within);
        }
    }

    /**
     * Some items of a map.
     *
     * @param offset the place of the first item in the whole list
     * @param count how many items there are
     * @param items the items themselves
     * @param around what the body reads of its surroundings
     * @param atMost items in work at once
     * @param tolerated items that may fail
     * @param mostInline bytes of a result that travels to the parent as it is, less where there are many siblings
     */
    record Slice(
            List<String> within,
            String map,
            long offset,
            long count,
            Datum items,
            Datum around,
            int atMost,
            long tolerated,
            int mostInline)
            implements Part {
        public Slice {
            within = List.copyOf(within);
        }
    }
}
