package dev.penstock.engine;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.function.FunctionTask;
import dev.penstock.option.Setting;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Predicate;
import dev.penstock.step.StepTask;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an activity does; the same for every run of a step, so that it is written and read once. */
public sealed interface Task extends Message {

    /** Applies a pure method to the values that follow. */
    record Apply(FunctionTask function, int mostInline, Optional<Reuse> reuse) implements Task {

        /**
         * Lets an earlier result stand for the method's, which has this type.
         *
         * @param told whether {@link AttemptFacts} stand before the values; nothing in runs from before they did
         */
        public record Reuse(Setting.Cached setting, DataType output, Types types, Optional<Boolean> told) {}

        /** Whether {@link AttemptFacts} stand before the values. */
        public boolean isTold() {
            return reuse.flatMap(Reuse::told).orElse(false);
        }
    }

    /** Calls a method of a service; its {@link AttemptFacts} and the values follow. */
    record Call(FunctionTask function, int mostInline) implements Task {}

    /** Runs a container or resource; its {@link AttemptFacts} and the values of the named inputs follow. */
    record Run(StepTask step, List<String> inputs, int mostInline) implements Task {
        public Run {
            inputs = List.copyOf(inputs);
        }
    }

    /** Finds the value of an expression whose parts lie in the store. */
    record LookUp(String digest, Expression expression, int mostInline) implements Task {}

    /** Decides a condition on values that lie in the store. */
    record Decide(String digest, Predicate predicate) implements Task {}

    /** Puts a value into the store, with all that it refers to. */
    record Store(Datum value) implements Task {}

    /** Puts a message of the interpreter into the store; the values in it stay where they are. */
    record Shelve(Datum message) implements Task {}

    /** Gives the value behind a reference, to a workflow that takes so many bytes. */
    record Load(Datum value, int most) implements Task {
        /** Why a value of so many bytes is not given. */
        public Fault tooBig(int bytes) {
            return Fault.lasting(
                    FaultKind.USER,
                    "Its inputs have %s bytes; a workflow takes up to %s.".formatted(bytes, most),
                    "Give it an artifact instead of the values.");
        }
    }

    /**
     * Cuts a list into lists, each of which lies in the store where it is not small.
     *
     * @param leaf items of each, where that does not make more lists than a parent has children
     */
    record Split(Datum list, int leaf, int mostInline) implements Task {}

    /** Gives a list whose items lie in the store where they are not small. */
    record Spread(Datum list, int mostInline) implements Task {}

    /** Makes one list of many. */
    record Join(List<Datum> lists, int mostInline) implements Task {
        public Join {
            lists = List.copyOf(lists);
        }
    }

    /** Tells the tracker that a run begins. */
    record BeginTracking(RunFacts facts, Datum input) implements Task {}

    /** Tells the tracker that a run has ended, as {@code succeeded}, {@code failed}, {@code rejected} or so. */
    record EndTracking(RunFacts facts, String outcome, Optional<Datum> value, Optional<Instant> since)
            implements Task {}

    /** Makes sure that a value can be read here. */
    record Check(Datum value) implements Task {}
}
