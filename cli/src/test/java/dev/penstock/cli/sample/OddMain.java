package dev.penstock.cli.sample;

import dev.penstock.cli.Penstock;
import dev.penstock.examples.hello.Hello;

/** The application of the odd pipelines, for tests that start processes. */
public final class OddMain {

    private OddMain() {}

    public static void main(String[] args) {
        Penstock.application()
                .pipeline(new Hello())
                .pipeline(new Odd.Moody())
                .pipeline(new Odd.Patient())
                .pipeline(new Odd.Asking())
                .pipeline(new Pottery())
                .pipeline(new Odd.Registering())
                .service(Odd.Registry.class, name -> name + ":1")
                .main(args);
    }
}
