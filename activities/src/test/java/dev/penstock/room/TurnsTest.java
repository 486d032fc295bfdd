package dev.penstock.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.room.Turns.Guest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TurnsTest {

    private static final long GIBIBYTE = 1L << 30;
    private static final Capacity LAPTOP = Capacity.of(2, 8 * GIBIBYTE);

    /** Those who come one after the other, as {@code cpus/GiB}. */
    private static Turns turns(String guests) {
        Turns turns = Turns.none(LAPTOP);
        long number = 0;
        for (String guest : guests.split(" ", -1)) {
            String[] asks = guest.split("/", -1);
            number++;
            turns = turns.comes(
                    new Guest(number, Capacity.of(Double.parseDouble(asks[0]), Long.parseLong(asks[1]) * GIBIBYTE)));
        }
        return turns;
    }

    private static String inside(Turns turns) {
        return String.join(
                " ",
                turns.inside().stream()
                        .map(guest -> Long.toString(guest.number()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2/1, 1, ''",
        "1/1 1/1, 1 2, ''",
        "2/1 2/1, 1, waits for 2 of 2 CPUs",
        "1/1 1/1 0.5/1, 1 2, waits for 0.5 of 2 CPUs",
        "0.5/1 0.5/1 0.5/1 0.5/1, 1 2 3 4, ''",
        "1/6 1/3, 1, waits for 3 GiB of 8 GiB memory",
        "1/1 2/1 1/1, 1, 'waits for its turn, after 1 others'",
        "8/1, 1, ''",
        "1/1 8/1, 1, 'waits to run alone, with 8 CPUs of 2'",
        "1/1 1/64, 1, 'waits to run alone, with 64 GiB memory of 8 GiB'",
        "0.5/64 0.5/0, 1, waits for a step that runs alone",
    })
    void letInWhoHasRoom(String guests, String inside, String why) {
        Turns turns = turns(guests);
        assertThat(inside(turns)).isEqualTo(inside);
        assertThat(turns.why(guests.split(" ", -1).length))
                .isEqualTo(Optional.of(why).filter(text -> !text.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "2/1 2/1 2/1, 1, 2",
        "2/1 1/1 1/1 1/1, 1, 2 3",
        "1/1 2/1 1/1, 1, 2",
        "1/1 2/1 1/1, 2, 1 3",
        "8/1 1/1 1/1, 1, 2 3",
        "1/1 8/1 1/1, 1, 2",
    })
    void letInThoseWhoCameFirstWhenSomebodyGoes(String guests, long goes, String inside) {
        assertThat(inside(turns(guests).goes(goes))).isEqualTo(inside);
    }

    @Test
    void takesAProcessorForAStepThatAsksForNone() {
        assertThat(Capacity.asked(Container.image("a").resources(), Optional.empty()))
                .isEqualTo(new Capacity(1_000, 0));
        assertThat(Capacity.asked(Container.image("a").cpu(0.25).memory("1Gi").resources(), Optional.of("2Gi")))
                .isEqualTo(new Capacity(250, 2 * GIBIBYTE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void keepTheirPromisesWhateverHappens(long seed) {
        Random random = new Random(seed);
        Turns turns = Turns.none(LAPTOP);
        List<Long> here = new ArrayList<>();
        List<Long> admitted = new ArrayList<>();
        for (long number = 1; number <= 300; number++) {
            Capacity asks = Capacity.of(random.nextInt(1, 13) / 4.0, random.nextLong(10) * GIBIBYTE);
            turns = turns.comes(new Guest(number, asks));
            here.add(number);
            holds(turns, admitted);
            while (random.nextInt(5) < 2 && !here.isEmpty()) {
                turns = turns.goes(here.remove(random.nextInt(here.size())));
                holds(turns, admitted);
            }
        }
        while (!here.isEmpty()) {
            assertThat(turns.inside()).as("nobody waits for nobody").isNotEmpty();
            long first = turns.inside().getFirst().number();
            here.remove(first);
            turns = turns.goes(first);
            holds(turns, admitted);
        }
        assertThat(turns).isEqualTo(Turns.none(LAPTOP));
    }

    private static void holds(Turns turns, List<Long> admitted) {
        Capacity taken = turns.inside().stream().map(Guest::asks).reduce(Capacity.nothing(), Capacity::plus);
        assertThat(taken.fitsInto(LAPTOP) || turns.inside().size() == 1).isTrue();
        turns.inside().stream()
                .map(Guest::number)
                .filter(number -> !admitted.contains(number))
                .forEach(admitted::add);
        assertThat(admitted).as("in the order in which they came").isSorted();
        assertThat(turns.waiting())
                .allSatisfy(guest -> assertThat(turns.why(guest.number())).isPresent());
        assertThat(turns.waiting().isEmpty() || !turns.inside().isEmpty()).isTrue();
    }
}
