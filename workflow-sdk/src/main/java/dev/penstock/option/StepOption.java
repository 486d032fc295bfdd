package dev.penstock.option;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Something asked of a step beside its work; import these methods statically and pass as many as you like. */
public sealed interface StepOption permits StepOption.Named, StepOption.All, StepOption.After, Setting {

    /** Gives the step a name of its own, in lower-case letters, digits and hyphens. */
    static Named named(String name) {
        return new Named(name);
    }

    /** Groups options, for reuse. */
    static All all(StepOption... options) {
        return new All(List.of(options));
    }

    /** Starts the step only when these values are there, though it does not read them. */
    static After after(Dependency... values) {
        return new After(List.of(values));
    }

    /** Tries the step up to this often when its own code fails. */
    static Setting.Retry retry(int attempts) {
        return new Setting.Retry(attempts, Duration.ofSeconds(10), 2, Duration.ofMinutes(10));
    }

    /** Ends an attempt that runs longer. */
    static Setting.Timeout timeout(Duration running) {
        return new Setting.Timeout(running);
    }

    /** Gives up waiting for a place to run after this time; with several pools, moves on to the next. */
    static Setting.PendingAtMost pendingAtMost(Duration queued) {
        return new Setting.PendingAtMost(queued);
    }

    /** Reuses the result of an equal step with equal inputs. */
    static Setting.Cached cached() {
        return new Setting.Cached(Optional.empty(), "", List.of(), false);
    }

    /** Runs on spot capacity, which may be taken away at any time. */
    static Setting.Spot spot() {
        return new Setting.Spot(Optional.empty());
    }

    /** Runs on one of these pools, tried in this order. */
    static Setting.On on(String... pools) {
        return new Setting.On(List.of(pools));
    }

    /** Multiplies the memory by this factor after each end for lack of memory, up to a bound such as "64Gi". */
    static Setting.OutOfMemory outOfMemory(double factor, String upTo) {
        return new Setting.OutOfMemory(factor, upTo);
    }

    /** Refuses to start an attempt that could cost more than this in all, in the currency of the pools. */
    static Setting.Budget budget(String amount) {
        return Setting.Budget.of(amount);
    }

    /** Waits in a Kueue queue until the step is admitted as a whole. */
    static Setting.Queue queue(String name) {
        return new Setting.Queue(name);
    }

    /** Runs the code in the workers that listen to this task queue. */
    static Setting.OnWorkers onWorkers(String taskQueue) {
        return new Setting.OnWorkers(taskQueue);
    }

    /** Says that a function takes longer than a few seconds. */
    static Setting.LongRunning longRunning() {
        return new Setting.LongRunning();
    }

    /** Ends the run as rejected, without retry, when the code throws one of these. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static Setting.Rejecting rejecting(Class<? extends Throwable>... exceptions) {
        return new Setting.Rejecting(
                Arrays.stream(exceptions).map(Class::getName).toList());
    }

    /** Works on this many items of a map at once. */
    static Setting.AtMost atMost(int items) {
        return new Setting.AtMost(items);
    }

    /** Lets a map succeed, with the results that there are, when up to this share of its items fails. */
    static Setting.Tolerate tolerate(double ratio) {
        return new Setting.Tolerate(ratio);
    }

    /** Ends a wait for approval after this time; without an answer the run is rejected. */
    static Setting.Within within(Duration wait) {
        return new Setting.Within(wait);
    }

    /** Needs this many people to approve. */
    static Setting.Quorum quorum(int approvers) {
        return new Setting.Quorum(approvers);
    }

    /** Does not let those approve who started the run or own the pipeline. */
    static Setting.NotTheAuthor notTheAuthor() {
        return new Setting.NotTheAuthor();
    }

    /** The name of the step. */
    record Named(String name) implements StepOption {
        public Named {
            requireNonNull(name, "name");
        }
    }

    /** Options that go together. */
    record All(List<StepOption> options) implements StepOption {
        public All {
            options = List.copyOf(options);
        }
    }

    /** Values to wait for. */
    record After(List<Dependency> values) implements StepOption {
        public After {
            values = List.copyOf(values);
        }
    }

    /** Something that a step can wait for; every value is. */
    interface Dependency {}
}
