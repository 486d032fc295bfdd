package dev.penstock.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Hears signals such as Ctrl-C instead of the JVM, until it is closed. */
final class Signals implements AutoCloseable {

    private final List<Runnable> undo = new ArrayList<>();

    private Signals() {}

    static Signals on(List<String> names, Runnable action) {
        Signals signals = new Signals();
        for (String name : names) {
            signals.hear(name, action);
        }
        return signals;
    }

    /** By reflection, since javac warns of the class, which every JDK has and none intends to take away. */
    private void hear(String name, Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                            return null;
                        }
                        return switch (method.getName()) {
                            case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> "signals of penstock";
                        };
                    });
            Object signal = type.getConstructor(String.class).newInstance(name);
            Method handle = type.getMethod("handle", type, handlerType);
            Object before = handle.invoke(null, signal, handler);
            undo.add(() -> restore(handle, signal, before));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // A system or JVM without it: then the signal ends the process as usual.
            undo.add(() -> {});
        }
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
    }
}
