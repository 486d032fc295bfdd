package dev.penstock.cli.sample;

/** Java sources of pipelines that are compiled by a test itself. */
public final class Sources {

    private Sources() {}

    /** A whole pipeline; the two texts go before and into the class. */
    public static String pipeline(String declaration, String members) {
        return """
            package app;
            import dev.penstock.flow.*;
            %s {
                @Override public Value<String> define(Flow flow, Value<String> in) {
                    return flow.apply(Text::same).to(in);
                }
                %s
            }
            """.formatted(declaration, members);
    }

    /** The function that those pipelines apply. */
    public static String text() {
        return """
            package app;
            public final class Text {
                public static String same(String text) { return text; }
            }
            """;
    }
}
