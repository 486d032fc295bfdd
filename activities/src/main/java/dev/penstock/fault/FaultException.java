package dev.penstock.fault;

import org.jspecify.annotations.Nullable;

/** Ends an attempt of a step; runners and functions throw it when they know whose fault it is. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public FaultException(Fault fault, @Nullable Throwable cause) {
        super(fault.message(), cause);
        this.fault = fault;
    }

    public FaultException(Fault fault) {
        this(fault, null);
    }

    public Fault fault() {
        return fault;
    }
}
