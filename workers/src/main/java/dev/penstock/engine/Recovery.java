package dev.penstock.engine;

import dev.penstock.container.Quantity;
import dev.penstock.fault.Fault;
import dev.penstock.option.Setting;
import dev.penstock.step.Placement;
import java.time.Duration;
import java.util.Optional;

/** Decides after each failed attempt whether, when and where to try again; every kind of fault has its own budget. */
public final class Recovery {

    private static final int MOST_PLATFORM_FAULTS = 10;
    private static final int MOST_PREEMPTIONS = 20;
    private static final Duration PLATFORM_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PLATFORM_PAUSE = Duration.ofMinutes(1);

    private Recovery() {}

    /** What to do next. */
    public sealed interface Next {

        /** Another attempt, after a pause, with what has been used of the budgets until now. */
        record Again(Duration pause, Placement placement, Spent spent) implements Next {}

        /** No other attempt, and why in a sentence; empty where there is nothing to explain. */
        record GiveUp(String why) implements Next {}
    }

    public static Next after(Fault fault, Spent before, Rules rules, Placement placement) {
        if (fault.lasting()) {
            return new Next.GiveUp("");
        }
        Spent spent = before.plus(fault.kind(), fault.neverRan());
        return switch (fault.kind()) {
            case REJECTED, CANCELLED -> new Next.GiveUp("");
            case USER -> limited(spent.user(), rules.retry(), placement, spent);
            case TIMEOUT ->
                fault.neverRan()
                        ? nextPool(rules, placement, spent)
                        : limited(spent.timeout(), rules.retry(), placement, spent);
            case PLATFORM -> afterPlatformFault(placement, spent);
            case PREEMPTION -> afterPreemption(rules, placement, spent);
            case OUT_OF_MEMORY -> withMoreMemory(rules, placement, spent);
        };
    }

    private static Next limited(int failures, Setting.Retry retry, Placement placement, Spent spent) {
        if (failures < retry.attempts()) {
            return new Next.Again(
                    growing(retry.pause(), retry.factor(), retry.longestPause(), failures), placement, spent);
        }
        return new Next.GiveUp(
                retry.attempts() == 1
                        ? "It is tried once; retry(…) allows more."
                        : "All %s attempts are used.".formatted(retry.attempts()));
    }

    private static Next afterPlatformFault(Placement placement, Spent spent) {
        if (spent.platform() > MOST_PLATFORM_FAULTS) {
            return new Next.GiveUp("The platform failed %s times.".formatted(spent.platform()));
        }
        Duration pause = growing(PLATFORM_PAUSE, 2, LONGEST_PLATFORM_PAUSE, spent.platform());
        return new Next.Again(pause, placement, spent);
    }

    private static Next afterPreemption(Rules rules, Placement placement, Spent spent) {
        if (spent.preemption() > MOST_PREEMPTIONS) {
            return new Next.GiveUp("It was interrupted %s times.".formatted(spent.preemption()));
        }
        boolean leaveSpot = rules.spot()
                .flatMap(Setting.Spot::onDemandAfterInterruptions)
                .filter(most -> spent.preemption() >= most)
                .isPresent();
        return new Next.Again(
                Duration.ZERO,
                new Placement(placement.pool(), placement.spot() && !leaveSpot, placement.memory()),
                spent);
    }

    private static Next nextPool(Rules rules, Placement placement, Spent spent) {
        int here = placement.pool().map(rules.pools()::indexOf).orElse(-1);
        if (here >= 0 && here + 1 < rules.pools().size()) {
            Optional<String> next = Optional.of(rules.pools().get(here + 1));
            return new Next.Again(Duration.ZERO, new Placement(next, placement.spot(), placement.memory()), spent);
        }
        return new Next.GiveUp(
                rules.pools().size() > 1
                        ? "No pool of %s had room in time.".formatted(String.join(", ", rules.pools()))
                        : "No room was found in time.");
    }

    private static Next withMoreMemory(Rules rules, Placement placement, Spent spent) {
        if (rules.outOfMemory().isEmpty()) {
            return new Next.GiveUp("outOfMemory(factor, upTo) would try it with more.");
        }
        Setting.OutOfMemory growth = rules.outOfMemory().get();
        Optional<Long> now = placement.memory().or(rules::memory).flatMap(Quantity::bytes);
        Optional<Long> bound = Quantity.bytes(growth.upTo());
        if (now.isEmpty() || bound.isEmpty() || now.get() >= bound.get()) {
            return new Next.GiveUp(
                    now.isEmpty()
                            ? "It asks for no amount of memory that could grow."
                            : "It had the most that outOfMemory allows, %s.".formatted(growth.upTo()));
        }
        long grown = (long) Math.min(bound.get(), now.get() * growth.factor());
        Placement bigger = new Placement(placement.pool(), placement.spot(), Optional.of(quantity(grown)));
        return new Next.Again(Duration.ZERO, bigger, spent);
    }

    private static String quantity(long bytes) {
        long mebibytes = (bytes + (1 << 20) - 1) >> 20;
        return mebibytes % 1024 == 0 ? mebibytes / 1024 + "Gi" : mebibytes + "Mi";
    }

    private static Duration growing(Duration first, double factor, Duration longest, int failures) {
        double nanos = first.toNanos() * Math.pow(factor, failures - 1.0);
        return nanos >= longest.toNanos() ? longest : Duration.ofNanos((long) nanos);
    }
}
