package dev.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Recovery.Next;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.option.Setting;
import dev.penstock.option.StepOption;
import dev.penstock.step.Placement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RecoveryTest {

    private static final Fault USER = Fault.of(FaultKind.USER, "boom");
    private static final Fault PREEMPTED = Fault.of(FaultKind.PREEMPTION, "taken");
    private static final Fault NO_ROOM = Fault.neverRan("no room");
    private static final Fault NO_MEMORY = Fault.of(FaultKind.OUT_OF_MEMORY, "killed");

    private static Rules rules(int attempts) {
        return rules(StepOption.retry(attempts), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Rules rules(
            Setting.Retry retry,
            Optional<Setting.Spot> spot,
            List<String> pools,
            Optional<Setting.OutOfMemory> outOfMemory,
            Optional<String> memory) {
        return new Rules(retry, spot, pools, outOfMemory, memory);
    }

    /** What follows when the same fault comes again and again. */
    private static List<Next> history(Fault fault, Rules rules) {
        List<Next> all = new ArrayList<>();
        Spent spent = Spent.nothing();
        Placement placement = rules.placement();
        while (all.isEmpty() || all.getLast() instanceof Next.Again) {
            Next next = Recovery.after(fault, spent, rules, placement);
            all.add(next);
            if (next instanceof Next.Again again) {
                spent = again.spent();
                placement = again.placement();
            }
        }
        return all;
    }

    private static List<Duration> pauses(Fault fault, Rules rules) {
        return history(fault, rules).stream()
                .filter(Next.Again.class::isInstance)
                .map(next -> ((Next.Again) next).pause())
                .toList();
    }

    private static String why(Fault fault, Rules rules) {
        return ((Next.GiveUp) history(fault, rules).getLast()).why();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "5, 4"})
    void triesTheUsersOwnFaultsAsOftenAsAsked(int attempts, int again) {
        assertThat(pauses(USER, rules(attempts))).hasSize(again);
    }

    @Test
    void pausesLongerAndLongerUpToABound() {
        Setting.Retry growing = StepOption.retry(5).growing(Duration.ofSeconds(10), 3, Duration.ofMinutes(1));
        Rules rules = rules(growing, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        assertThat(pauses(USER, rules))
                .containsExactly(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void saysWhyThereIsNoFurtherAttempt() {
        assertThat(why(USER, rules(1))).isEqualTo("It is tried once; retry(…) allows more.");
        assertThat(why(USER, rules(3))).isEqualTo("All 3 attempts are used.");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"REJECTED", "CANCELLED"})
    void triesNothingThatCannotHelp(FaultKind kind) {
        assertThat(history(Fault.of(kind, "no"), rules(9))).hasSize(1);
        assertThat(history(USER.stayed(), rules(9))).hasSize(1);
    }

    @Test
    void spendsNothingOfTheUsersBudgetOnThePlatform() {
        Spent spent = new Spent(0, 3, 4, 1, 0, 2);
        assertThat(Recovery.after(USER, spent, rules(2), Placement.anywhere())).isInstanceOf(Next.Again.class);
        assertThat(pauses(Fault.of(FaultKind.PLATFORM, "gone"), rules(1)))
                .hasSize(10)
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
                .endsWith(Duration.ofMinutes(1));
    }

    @Test
    void countsTimeOutsForThemselves() {
        Fault timeout = Fault.of(FaultKind.TIMEOUT, "slow");
        assertThat(pauses(timeout, rules(3))).hasSize(2);
        assertThat(Recovery.after(timeout, new Spent(2, 0, 0, 0, 0, 0), rules(3), Placement.anywhere()))
                .isInstanceOf(Next.Again.class);
    }

    @Test
    void leavesSpotCapacityAfterAsManyInterruptionsAsAsked() {
        Rules rules = rules(
                StepOption.retry(1),
                Optional.of(StepOption.spot().onDemandAfter(2)),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(history(PREEMPTED, rules).stream()
                        .limit(3)
                        .map(next -> ((Next.Again) next).placement().spot()))
                .containsExactly(true, false, false);
        assertThat(history(PREEMPTED, rules)).hasSize(21);
    }

    @Test
    void movesToTheNextPoolWhereThereIsNoRoom() {
        Rules rules = rules(
                StepOption.retry(1), Optional.empty(), List.of("big", "small"), Optional.empty(), Optional.empty());
        assertThat(history(NO_ROOM, rules))
                .containsExactly(
                        new Next.Again(
                                Duration.ZERO,
                                new Placement(Optional.of("small"), false, Optional.empty()),
                                new Spent(0, 0, 0, 0, 0, 1)),
                        new Next.GiveUp("No pool of big, small had room in time."));
    }

    @ParameterizedTest
    @CsvSource({"2, 10Gi, 4Gi 8Gi 10Gi", "1.5, 3000Mi, 3000Mi", "8, 2Gi, ''"})
    void growsMemoryUpToItsBound(double factor, String bound, String expected) {
        Rules rules = rules(
                StepOption.retry(1),
                Optional.empty(),
                List.of(),
                Optional.of(StepOption.outOfMemory(factor, bound)),
                Optional.of("2Gi"));
        assertThat(String.join(
                        " ",
                        history(NO_MEMORY, rules).stream()
                                .filter(Next.Again.class::isInstance)
                                .map(next ->
                                        ((Next.Again) next).placement().memory().orElseThrow())
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void doesNotGrowMemoryUnasked() {
        assertThat(why(NO_MEMORY, rules(3))).isEqualTo("outOfMemory(factor, upTo) would try it with more.");
    }
}
