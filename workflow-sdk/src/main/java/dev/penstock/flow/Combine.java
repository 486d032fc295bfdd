package dev.penstock.flow;

import java.util.List;
import java.util.function.Function;

/** The second half of {@code Value.combine(Rec::new).of(…)}: the components. */
// Some overloads exist only to be refused by javac in one line; no value fits them.
@SuppressWarnings("DoNotCallSuggester")
public final class Combine {

    private Combine() {}

    /** Awaits one component. */
    public static final class Of1<A, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        Of1(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> of(Value<? extends A> a) {
            return finish.apply(Inputs.list(a));
        }

        public Value<R> of(Value<? extends A> a, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits two components. */
    public static final class Of2<A, B, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        Of2(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> of(Value<? extends A> a, Value<? extends B> b) {
            return finish.apply(Inputs.list(a, b));
        }

        public Value<R> of(Inputs.OneInputMissing a) {
            throw a.never();
        }

        public Value<R> of(Value<? extends A> a, Value<? extends B> b, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits three components. */
    public static final class Of3<A, B, C, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        Of3(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> of(Value<? extends A> a, Value<? extends B> b, Value<? extends C> c) {
            return finish.apply(Inputs.list(a, b, c));
        }

        public Value<R> of(Value<? extends A> a, Inputs.OneInputMissing b) {
            throw b.never();
        }

        public Value<R> of(
                Value<? extends A> a, Value<? extends B> b, Value<? extends C> c, Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits four components. */
    public static final class Of4<A, B, C, D, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        Of4(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> of(Value<? extends A> a, Value<? extends B> b, Value<? extends C> c, Value<? extends D> d) {
            return finish.apply(Inputs.list(a, b, c, d));
        }

        public Value<R> of(Value<? extends A> a, Value<? extends B> b, Inputs.OneInputMissing c) {
            throw c.never();
        }

        public Value<R> of(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits five components. */
    public static final class Of5<A, B, C, D, E, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        Of5(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> of(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Value<? extends E> e) {
            return finish.apply(Inputs.list(a, b, c, d, e));
        }

        public Value<R> of(Value<? extends A> a, Value<? extends B> b, Value<? extends C> c, Inputs.OneInputMissing d) {
            throw d.never();
        }

        public Value<R> of(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Value<? extends E> e,
                Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }

    /** Awaits six components. */
    public static final class Of6<A, B, C, D, E, F, R> {
        private final Function<List<Value<?>>, Value<R>> finish;

        Of6(Function<List<Value<?>>, Value<R>> finish) {
            this.finish = finish;
        }

        public Value<R> of(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Value<? extends E> e,
                Value<? extends F> f) {
            return finish.apply(Inputs.list(a, b, c, d, e, f));
        }

        public Value<R> of(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Inputs.OneInputMissing e) {
            throw e.never();
        }

        public Value<R> of(
                Value<? extends A> a,
                Value<? extends B> b,
                Value<? extends C> c,
                Value<? extends D> d,
                Value<? extends E> e,
                Value<? extends F> f,
                Inputs.OneInputTooMany extra) {
            throw extra.never();
        }
    }
}
