package dev.penstock.cli.find;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Runs code of users, so that whatever it throws becomes a problem that names the class. */
record UserCode(String className, String origin, ClassLoader loader) {

    static UserCode of(Object instance, String origin) {
        return new UserCode(
                instance.getClass().getName(), origin, instance.getClass().getClassLoader());
    }

    /** The result; an {@link InvalidInputException} for anything that the code throws. */
    <T> T call(Code code, String what, Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(loader);
            return work.call();
        } catch (InvalidInputException e) {
            throw e;
        } catch (InvocationTargetException e) {
            throw refusal(code, what, e.getCause() == null ? e : e.getCause());
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw refusal(code, what, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private InvalidInputException refusal(Code code, String what, Throwable thrown) {
        if (thrown instanceof InvalidInputException known) {
            return known;
        }
        if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
            return threw(code, "its static initialiser", thrown.getCause());
        }
        if (thrown instanceof UnsupportedClassVersionError) {
            return problem(
                    code,
                    "%s was compiled for a newer Java than the %s that runs here."
                            .formatted(className, Runtime.version().feature()),
                    "Start penstock with a newer Java, or compile with --release %s."
                            .formatted(Runtime.version().feature()));
        }
        if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
            return missing(code, String.valueOf(thrown.getMessage()));
        }
        if (thrown instanceof LinkageError) {
            return problem(
                    code,
                    "%s does not fit the other classes here: %s.".formatted(className, thrown),
                    "Build it against this version of Penstock and of its libraries.");
        }
        return threw(code, what, thrown);
    }

    private InvalidInputException missing(Code code, String message) {
        if (message.startsWith("Could not initialize class")) {
            return problem(
                    code,
                    "%s needs a class that failed before: %s.".formatted(className, message),
                    "Mend the static initialiser of that class.");
        }
        return problem(
                code,
                "%s needs the class %s, which is not there.".formatted(className, message.replace('/', '.')),
                "Put its jar into the folder lib beside the application's jar, or into the Class-Path of its"
                        + " manifest.");
    }

    private InvalidInputException threw(Code code, String what, Throwable thrown) {
        String message =
                thrown.getMessage() == null ? "" : ": " + thrown.getMessage().replaceFirst("\\.$", "");
        return problem(
                code,
                "%s cannot be used, since %s threw %s%s%s."
                        .formatted(className, what, thrown.getClass().getSimpleName(), message, site(thrown)),
                "Mend the code there.");
    }

    private String site(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(className))
                .findFirst()
                .map(frame -> " (%s:%s)".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }

    private InvalidInputException problem(Code code, String message, String remedy) {
        return new InvalidInputException(code, origin, message, remedy);
    }
}
