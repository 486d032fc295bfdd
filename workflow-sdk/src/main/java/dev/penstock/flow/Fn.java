package dev.penstock.flow;

import java.io.Serializable;

/** The shapes of method references that the language reads by name. */
public final class Fn {

    private Fn() {}

    /** A pure method or constructor of one input. */
    @FunctionalInterface
    public interface F1<A, R> extends Serializable {
        R apply(A a) throws Exception;
    }

    /** A pure method or constructor of two inputs. */
    @FunctionalInterface
    public interface F2<A, B, R> extends Serializable {
        R apply(A a, B b) throws Exception;
    }

    /** A pure method or constructor of three inputs. */
    @FunctionalInterface
    public interface F3<A, B, C, R> extends Serializable {
        R apply(A a, B b, C c) throws Exception;
    }

    /** A pure method or constructor of four inputs. */
    @FunctionalInterface
    public interface F4<A, B, C, D, R> extends Serializable {
        R apply(A a, B b, C c, D d) throws Exception;
    }

    /** A pure method or constructor of five inputs. */
    @FunctionalInterface
    public interface F5<A, B, C, D, E, R> extends Serializable {
        R apply(A a, B b, C c, D d, E e) throws Exception;
    }

    /** A pure method or constructor of six inputs. */
    @FunctionalInterface
    public interface F6<A, B, C, D, E, F, R> extends Serializable {
        R apply(A a, B b, C c, D d, E e, F f) throws Exception;
    }

    /** A method of a service with no input. */
    @FunctionalInterface
    public interface M0<S, R> extends Serializable {
        R call(S service) throws Exception;
    }

    /** A method of a service with one input. */
    @FunctionalInterface
    public interface M1<S, A, R> extends Serializable {
        R call(S service, A a) throws Exception;
    }

    /** A method of a service with two inputs. */
    @FunctionalInterface
    public interface M2<S, A, B, R> extends Serializable {
        R call(S service, A a, B b) throws Exception;
    }

    /** A method of a service with three inputs. */
    @FunctionalInterface
    public interface M3<S, A, B, C, R> extends Serializable {
        R call(S service, A a, B b, C c) throws Exception;
    }

    /** A method of a service with four inputs. */
    @FunctionalInterface
    public interface M4<S, A, B, C, D, R> extends Serializable {
        R call(S service, A a, B b, C c, D d) throws Exception;
    }

    /** A method of a service with no input that answers nothing. */
    @FunctionalInterface
    public interface V0<S> extends Serializable {
        void call(S service) throws Exception;
    }

    /** A method of a service with one input that answers nothing. */
    @FunctionalInterface
    public interface V1<S, A> extends Serializable {
        void call(S service, A a) throws Exception;
    }

    /** A method of a service with two inputs that answers nothing. */
    @FunctionalInterface
    public interface V2<S, A, B> extends Serializable {
        void call(S service, A a, B b) throws Exception;
    }

    /** A method of a service with three inputs that answers nothing. */
    @FunctionalInterface
    public interface V3<S, A, B, C> extends Serializable {
        void call(S service, A a, B b, C c) throws Exception;
    }

    /** A method of a service with four inputs that answers nothing. */
    @FunctionalInterface
    public interface V4<S, A, B, C, D> extends Serializable {
        void call(S service, A a, B b, C c, D d) throws Exception;
    }
}
