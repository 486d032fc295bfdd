package dev.penstock.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.engine.Library;
import dev.penstock.engine.MapPlan;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Parts;
import dev.penstock.engine.Task;
import dev.penstock.fault.FaultException;
import dev.penstock.store.MemoryBlobStore;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoreWorkTest {

    private static final int FITS = 1_100_000;

    private final Values values = new Values(new MemoryBlobStore());
    private final StoreWork work = new StoreWork(new Library(values));

    private Datum list(int items, int length) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < items; i++) {
            list.add("x".repeat(length));
        }
        return values.store(Datum.of(list));
    }

    @ParameterizedTest
    @CsvSource({"1, 16000", "200, 12000", "300, 8000", "500, 12000", "500, 16000", "500, 1900"})
    void spreadsWhatFitsIntoAResult(int items, int length) {
        Datum list = list(items, length);
        Datum spread = work.spread(new Task.Spread(list, Values.MOST_INLINE));
        assertThat(spread.size()).isLessThan(FITS);
        assertThat(values.load(spread)).isEqualTo(values.load(list));
    }

    @ParameterizedTest
    @CsvSource({"501, 40", "100000, 40", "100001, 3", "1000000, 2"})
    void splitsIntoWhatFitsIntoAResultAndBelowOneParent(int items, int length) {
        Parts parts = Messages.decode(
                work.split(new Task.Split(list(items, length), 200, Values.MOST_INLINE))
                        .json(),
                Parts.class);
        assertThat(Datum.of(Messages.encode(parts)).size()).isLessThan(FITS);
        assertThat(parts.count()).isEqualTo(items);
        assertThat(parts.lists()).hasSizeLessThanOrEqualTo(MapPlan.MOST_CHILDREN);
        assertThat(parts.lists().stream()
                        .mapToInt(part -> values.load(part).size())
                        .sum())
                .isEqualTo(items);
    }

    @Test
    void loadsNoMoreThanMayBe() {
        Datum stored = values.store(Datum.of(TextNode.valueOf("x".repeat(3_000_000))));
        assertThat(work.load(new Task.Load(stored, 4_000_000)).size()).isEqualTo(3_000_002);
        assertThatThrownBy(() -> work.load(new Task.Load(stored, 2_000_000)))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().lasting()).isTrue())
                .hasMessageContaining("3000002 bytes; a workflow takes up to 2000000");
    }
}
