package com.example.greenhouse;

import dev.penstock.cli.Penstock;

/** The command and the worker of the greenhouse. */
public final class Greenhouse {

    private Greenhouse() {}

    public static void main(String[] args) {
        Penstock.application()
                .pipeline(new VentilationPipeline())
                .service(VentilationPipeline.Window.class, degrees -> "open for " + degrees + " degrees")
                .main(args);
    }
}
