package dev.penstock.flow;

import java.util.List;
import java.util.function.Function;

/** The second half of {@code flow.apply(f).to(…)}: the inputs. */
// Some overloads exist only to be refused by javac in one line; no value fits them.
@SuppressWarnings("DoNotCallSuggester")
public final class Apply {

    private Apply() {}

    /** Awaits one input. */
    public static final class To1<A, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        To1(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> to(Value<? extends A> a) {
            return finish.apply(Inputs.list(a));
        }

        public Value<R> to(Value<? extends A> a, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits two inputs. */
    public static final class To2<A, B, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        To2(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> to(Value<? extends A> a, Value<? extends B> b) {
            return finish.apply(Inputs.list(a, b));
        }

        public Value<R> to(Inputs.OneInputMissing a) {
            throw a.never();
        }

        public Value<R> to(Value<? extends A> a, Value<? extends B> b, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits three inputs. */
    public static final class To3<A, B, C, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        To3(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> to(Value<? extends A> a, Value<? extends B> b, Value<? extends C> c) {
            return finish.apply(Inputs.list(a, b, c));
        }

        public Value<R> to(Value<? extends A> a, Inputs.OneInputMissing b) {
            throw b.never();
        }

        public Value<R> to(
                Value<? extends A> a, Value<? extends B> b, Value<? extends C> c, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits four inputs. */
    public static final class To4<A, B, C, D, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        To4(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> to(Value<? extends A> a, Value<? extends B> b, Value<? extends C> c, Value<? extends D> d) {
            return finish.apply(Inputs.list(a, b, c, d));
        }

        public Value<R> to(Value<? extends A> a, Value<? extends B> b, Inputs.OneInputMissing c) {
            throw c.never();
        }

        public Value<R> to(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Stands for a method with five inputs, so that javac can say in one line what to do. */
    public static final class To5 {

        To5() {}

        public Value<?> to(Inputs.FiveInputsDeserveARecord a, Value<?> b, Value<?> c, Value<?> d, Value<?> e) {
            throw a.never();
        }
    }
}
