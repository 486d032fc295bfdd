package dev.penstock.testing;

import dev.penstock.check.Validation;
import dev.penstock.diff.DiffText;
import dev.penstock.diff.SpecDiff;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.spec.Spec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads broken specs for as long as one likes: each must come out as a spec or as problems, and soon. */
final class SpecReaderFuzz {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration HANGING = Duration.ofMinutes(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int STACK = 512 * 1024;

    private final long firstSeed;
    private long refused;
    private long read;
    private Duration slowest = Duration.ZERO;
    private long slowestSeed;

    SpecReaderFuzz(long firstSeed) {
        this.firstSeed = firstSeed;
    }

    /** One case that went wrong; its seed brings it back. */
    record Finding(long seed, String what) {}

    long refused() {
        return refused;
    }

    long read() {
        return read;
    }

    /** Minutes, by default 5, and the first seed, by default the time. */
    public static void main(String[] arguments) throws InterruptedException {
        long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 5;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis() * 1_000;
        SpecReaderFuzz fuzz = new SpecReaderFuzz(seed);
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        Map<String, Integer> kinds = new HashMap<>();
        long cases = 0;
        while (System.nanoTime() < end) {
            for (Finding finding : fuzz.cases(seed + cases, 1_000)) {
                if (kinds.merge(finding.what(), 1, Integer::sum) == 1) {
                    System.out.println(finding);
                }
            }
            cases += 1_000;
        }
        System.out.printf(
                "%d cases from seed %d: %d refused, %d read, the slowest, %d, in %s, findings: %s%n",
                cases, seed, fuzz.refused(), fuzz.read(), fuzz.slowestSeed, fuzz.slowest, kinds);
    }

    List<Finding> run(int count) throws InterruptedException {
        return cases(firstSeed, count);
    }

    /** In a thread of its own with a small stack, so that deep recursion shows and a hang can be told. */
    private List<Finding> cases(long from, int count) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        BlockingQueue<Optional<Finding>> outcomes = new LinkedBlockingQueue<>();
        Thread worker = worker(from, count, outcomes::add);
        for (long seed = from; seed < from + count; seed++) {
            Optional<Finding> outcome = outcomes.poll(HANGING.toSeconds(), TimeUnit.SECONDS);
            if (outcome == null) {
                findings.add(new Finding(seed, "hangs at " + place(worker.getStackTrace())));
                return findings;
            }
            outcome.ifPresent(findings::add);
        }
        return findings;
    }

    private Thread worker(long from, int count, Consumer<Optional<Finding>> outcomes) {
        Thread worker = new Thread(
                null,
                () -> {
                    for (long seed = from; seed < from + count; seed++) {
                        outcomes.accept(timed(seed));
                    }
                },
                "fuzz",
                STACK);
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    /** In processor time, which does not depend on what else the machine does. */
    private Optional<Finding> timed(long seed) {
        long start = THREADS.getCurrentThreadCpuTime();
        Optional<Finding> finding = one(seed);
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        if (took.compareTo(slowest) > 0) {
            slowest = took;
            slowestSeed = seed;
        }
        return took.compareTo(LONGEST) > 0 ? Optional.of(new Finding(seed, "takes longer than " + LONGEST)) : finding;
    }

    private Optional<Finding> one(long seed) {
        try {
            SpecGenerator generator = SpecGenerator.seeded(seed / 20);
            Spec original = generator.next();
            Spec donor = generator.next();
            read(new JsonMutation(new Dice(new Random(seed))).of(original.toTree(), donor.toTree()), original);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(new Finding(seed, e.getClass().getSimpleName() + " at " + place(e.getStackTrace())));
        }
    }

    private static String place(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .filter(frame -> frame.getClassName().startsWith("dev.penstock."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }

    private void read(String json, Spec original) {
        Spec spec;
        try {
            spec = Spec.parse(json, "fuzz");
        } catch (InvalidInputException e) {
            refused++;
            if (e.problems().isEmpty()) {
                throw new IllegalStateException("refused without a problem");
            }
            return;
        }
        read++;
        if (!Spec.parse(spec.toJson(), "again").digest().equals(spec.digest())) {
            throw new IllegalStateException("reads differently what it wrote");
        }
        if (SpecDiff.between(original, spec).isEmpty() != original.digest().equals(spec.digest())) {
            throw new IllegalStateException("the diff is empty, the digests differ");
        }
        DiffText.of(SpecDiff.between(spec, original));
        Validation.of(spec);
    }
}
