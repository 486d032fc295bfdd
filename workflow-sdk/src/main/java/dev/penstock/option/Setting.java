package dev.penstock.option;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An option that travels in the spec. */
public sealed interface Setting extends StepOption {

    /** The setting of this kind, if it is among those given. */
    static <S extends Setting> Optional<S> find(List<Setting> settings, Class<S> kind) {
        for (Setting setting : settings) {
            if (kind.isInstance(setting)) {
                return Optional.of(kind.cast(setting));
            }
        }
        return Optional.empty();
    }

    /** Tries of a step whose own code fails, and the growing pause between them. */
    record Retry(int attempts, Duration pause, double factor, Duration longestPause) implements Setting {
        public Retry {
            requireNonNull(pause, "pause");
            requireNonNull(longestPause, "longestPause");
        }

        /** Waits always this long. */
        public Retry every(Duration always) {
            return new Retry(attempts, always, 1, always);
        }

        /** Waits this long first, then longer each time by the factor, but never longer than the last. */
        public Retry growing(Duration first, double by, Duration longest) {
            return new Retry(attempts, first, by, longest);
        }
    }

    /** The longest time of an attempt, once it runs. */
    record Timeout(Duration running) implements Setting {
        public Timeout {
            requireNonNull(running, "running");
        }
    }

    /** The longest time in a queue before an attempt runs. */
    record PendingAtMost(Duration queued) implements Setting {
        public PendingAtMost {
            requireNonNull(queued, "queued");
        }
    }

    /** Reuse of results. */
    record Cached(Optional<Duration> ttl, String version, List<String> ignoring, boolean refreshed) implements Setting {
        public Cached {
            requireNonNull(version, "version");
            ignoring = ignoring.stream().distinct().sorted().toList();
        }

        /** Reuses no result that is older. */
        public Cached forAtMost(Duration age) {
            return new Cached(Optional.of(age), version, ignoring, refreshed);
        }

        /** Reuses only results that were made under the same version. */
        public Cached version(String name) {
            return new Cached(ttl, name, ignoring, refreshed);
        }

        /** Reuses results although these inputs differ. */
        public Cached ignoring(String... inputs) {
            return new Cached(ttl, version, List.of(inputs), refreshed);
        }

        /** Computes the result anew and keeps it for others. */
        public Cached refresh() {
            return new Cached(ttl, version, ignoring, true);
        }
    }

    /** Spot capacity, and after how many interruptions to leave it. */
    record Spot(Optional<Integer> onDemandAfterInterruptions) implements Setting {

        /** Moves to on-demand capacity after this many interruptions. */
        public Spot onDemandAfter(int interruptions) {
            return new Spot(Optional.of(interruptions));
        }
    }

    /** Pools in the order in which to try them. */
    record On(List<String> pools) implements Setting {
        public On {
            pools = List.copyOf(pools);
        }
    }

    /** Growth of memory after an end for lack of it. */
    record OutOfMemory(double factor, String upTo) implements Setting {
        public OutOfMemory {
            requireNonNull(upTo, "upTo");
        }
    }

    /** The most that a step may cost. */
    record Budget(BigDecimal amount) implements Setting {

        /** An amount such as "25.00". */
        public static Budget of(String amount) {
            try {
                return new Budget(new BigDecimal(amount));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "\"%s\" is no amount of money; write it like \"25.00\"".formatted(amount), e);
            }
        }
    }

    /** A Kueue queue. */
    record Queue(String name) implements Setting {
        public Queue {
            requireNonNull(name, "name");
        }
    }

    /** The task queue of the workers that have the code. */
    record OnWorkers(String taskQueue) implements Setting {
        public OnWorkers {
            requireNonNull(taskQueue, "taskQueue");
        }
    }

    /** A function that takes longer than a few seconds. */
    record LongRunning() implements Setting {}

    /** Exceptions that mean: the data is at fault. */
    record Rejecting(List<String> exceptions) implements Setting {
        public Rejecting {
            exceptions = exceptions.stream().distinct().sorted().toList();
        }
    }

    /** Items of a map in work at once. */
    record AtMost(int items) implements Setting {}

    /** The share of a map's items that may fail. */
    record Tolerate(double ratio) implements Setting {}

    /** The longest wait for an approval. */
    record Within(Duration limit) implements Setting {
        public Within {
            requireNonNull(limit, "limit");
        }
    }

    /** People needed for an approval. */
    record Quorum(int approvers) implements Setting {}

    /** Separation of duties. */
    record NotTheAuthor() implements Setting {}
}
