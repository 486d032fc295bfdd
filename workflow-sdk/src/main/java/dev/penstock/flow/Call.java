package dev.penstock.flow;

import java.util.List;
import java.util.function.Function;

/** The second half of {@code flow.call(m).with(…)}: the inputs. */
// Some overloads exist only to be refused by javac in one line; no value fits them.
@SuppressWarnings("DoNotCallSuggester")
public final class Call {

    private Call() {}

    /** Awaits no input. */
    public static final class With0<R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        With0(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> with() {
            return finish.apply(List.of());
        }

        public Value<R> with(Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits one input. */
    public static final class With1<A, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        With1(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> with(Value<? extends A> a) {
            return finish.apply(Inputs.list(a));
        }

        public Value<R> with(Value<? extends A> a, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits two inputs. */
    public static final class With2<A, B, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        With2(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> with(Value<? extends A> a, Value<? extends B> b) {
            return finish.apply(Inputs.list(a, b));
        }

        public Value<R> with(Inputs.OneInputMissing a) {
            throw a.never();
        }

        public Value<R> with(Value<? extends A> a, Value<? extends B> b, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits three inputs. */
    public static final class With3<A, B, C, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        With3(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> with(Value<? extends A> a, Value<? extends B> b, Value<? extends C> c) {
            return finish.apply(Inputs.list(a, b, c));
        }

        public Value<R> with(Value<? extends A> a, Inputs.OneInputMissing b) {
            throw b.never();
        }

        public Value<R> with(
                Value<? extends A> a, Value<? extends B> b, Value<? extends C> c, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits four inputs. */
    public static final class With4<A, B, C, D, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        With4(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> with(Value<? extends A> a, Value<? extends B> b, Value<? extends C> c, Value<? extends D> d) {
            return finish.apply(Inputs.list(a, b, c, d));
        }

        public Value<R> with(Value<? extends A> a, Value<? extends B> b, Inputs.OneInputMissing c) {
            throw c.never();
        }

        public Value<R> with(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }
}
