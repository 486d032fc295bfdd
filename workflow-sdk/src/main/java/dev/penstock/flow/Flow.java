package dev.penstock.flow;

import dev.penstock.option.StepOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes down the steps of a pipeline; every method adds one step and gives a handle to what it will yield. */
public final class Flow {

    private final Recorder recorder;
    private final Bodies bodies;

    Flow(Recorder recorder) {
        this.recorder = recorder;
        this.bodies = new Bodies(recorder);
    }

    /** Runs a container, a workflow, a Kubernetes resource or another pipeline. */
    public <O> Value<O> run(Step<O> step, StepOption... options) {
        return new StepRecording(recorder).run(step, options);
    }

    /** Applies a pure method. */
    public <A, R> Apply.To1<A, R> apply(Fn.F1<A, R> method, StepOption... options) {
        return new Apply.To1<>(recorder.methods().apply(method, options));
    }

    /** Applies a pure method with two inputs. */
    public <A, B, R> Apply.To2<A, B, R> apply(Fn.F2<A, B, R> method, StepOption... options) {
        return new Apply.To2<>(recorder.methods().apply(method, options));
    }

    /** Applies a pure method with three inputs. */
    public <A, B, C, R> Apply.To3<A, B, C, R> apply(Fn.F3<A, B, C, R> method, StepOption... options) {
        return new Apply.To3<>(recorder.methods().apply(method, options));
    }

    /** Applies a pure method with four inputs. */
    public <A, B, C, D, R> Apply.To4<A, B, C, D, R> apply(Fn.F4<A, B, C, D, R> method, StepOption... options) {
        return new Apply.To4<>(recorder.methods().apply(method, options));
    }

    /** Exists so that javac says in one line that five inputs deserve a record. */
    public <A, B, C, D, E, R> Apply.To5 apply(Fn.F5<A, B, C, D, E, R> method, StepOption... options) {
        return new Apply.To5();
    }

    /** Calls a method of a service with no input. */
    public <S, R> Call.With0<R> call(Fn.M0<S, R> method, StepOption... options) {
        return new Call.With0<>(recorder.methods().call(method, options));
    }

    /** Calls a method of a service. */
    public <S, A, R> Call.With1<A, R> call(Fn.M1<S, A, R> method, StepOption... options) {
        return new Call.With1<>(recorder.methods().call(method, options));
    }

    /** Calls a method of a service with two inputs. */
    public <S, A, B, R> Call.With2<A, B, R> call(Fn.M2<S, A, B, R> method, StepOption... options) {
        return new Call.With2<>(recorder.methods().call(method, options));
    }

    /** Calls a method of a service with three inputs. */
    public <S, A, B, C, R> Call.With3<A, B, C, R> call(Fn.M3<S, A, B, C, R> method, StepOption... options) {
        return new Call.With3<>(recorder.methods().call(method, options));
    }

    /** Calls a method of a service with four inputs. */
    public <S, A, B, C, D, R> Call.With4<A, B, C, D, R> call(Fn.M4<S, A, B, C, D, R> method, StepOption... options) {
        return new Call.With4<>(recorder.methods().call(method, options));
    }

    /** Calls a method of a service that answers nothing, with no input. */
    public <S> Call.With0<Done> tell(Fn.V0<S> method, StepOption... options) {
        return new Call.With0<>(recorder.methods().tell(method, options));
    }

    /** Calls a method of a service that answers nothing. */
    public <S, A> Call.With1<A, Done> tell(Fn.V1<S, A> method, StepOption... options) {
        return new Call.With1<>(recorder.methods().tell(method, options));
    }

    /** Calls a method of a service that answers nothing, with two inputs. */
    public <S, A, B> Call.With2<A, B, Done> tell(Fn.V2<S, A, B> method, StepOption... options) {
        return new Call.With2<>(recorder.methods().tell(method, options));
    }

    /** Calls a method of a service that answers nothing, with three inputs. */
    public <S, A, B, C> Call.With3<A, B, C, Done> tell(Fn.V3<S, A, B, C> method, StepOption... options) {
        return new Call.With3<>(recorder.methods().tell(method, options));
    }

    /** Calls a method of a service that answers nothing, with four inputs. */
    public <S, A, B, C, D> Call.With4<A, B, C, D, Done> tell(Fn.V4<S, A, B, C, D> method, StepOption... options) {
        return new Call.With4<>(recorder.methods().tell(method, options));
    }

    /** Runs the body once per item, several at once; the results keep the order of the items. */
    public <T, R> Value<List<R>> map(Value<List<T>> items, Function<Value<T>, Value<R>> body, StepOption... options) {
        return bodies.map(items, body, options);
    }

    /** Chooses between two bodies that yield the same type. */
    public <O> When<O> when(Condition condition, Supplier<? extends Value<? extends O>> then, StepOption... options) {
        return bodies.when(condition, then, options);
    }

    /** Runs the body on the state, then on what it yielded, until the condition holds or the count is reached. */
    public <S> Value<S> repeat(
            Value<S> initial,
            Function<Value<S>, Value<S>> body,
            Function<Value<S>, Condition> until,
            int atMost,
            StepOption... options) {
        return bodies.repeat(initial, body, until, atMost, options);
    }

    /** Waits until one of these people or groups approves of a value. */
    public Gate.Approving approval(String approvers, StepOption... options) {
        return new Gate(recorder).approval(approvers, options);
    }

    /** Waits, for days if need be, and passes the value on. */
    public Gate.Pausing pause(Duration duration, StepOption... options) {
        return new Gate(recorder).pause(duration, options);
    }

    /** Runs these steps when the run has failed or was rejected. */
    public void onFailure(Consumer<Value<Failure>> steps) {
        bodies.onFailure(steps);
    }

    /** Runs these steps at the end of every run, however it ended. */
    public void lastly(Consumer<Value<Ending>> steps) {
        bodies.lastly(steps);
    }
}
