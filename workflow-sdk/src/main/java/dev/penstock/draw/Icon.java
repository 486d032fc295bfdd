package dev.penstock.draw;

/** Small line drawings, 16 pixels wide and high, that tell kinds of steps apart where colours do not. */
final class Icon {

    private Icon() {}

    static String path(Kind kind) {
        return switch (kind) {
            case CONTAINER -> "M8 1.8l5.5 3.1v6.2L8 14.2l-5.5-3.1V4.9zM2.5 4.9L8 8l5.5-3.1M8 8v6.2";
            case FUNCTION -> "M11.6 2.6c-2.5-.8-3.4.6-3.7 2.4L6.7 11.9c-.3 1.6-1 2.3-2.5 1.9M5 6.7h5.4";
            case SERVICE -> "M6.8 3.2H3v9.8h9.8V9.2M9.6 2.6h3.8v3.8M13.2 2.8L7.6 8.4";
            case WORKFLOW -> "M4 2.2a1.7 1.7 0 1 0 .01 0M12 10.4a1.7 1.7 0 1 0 .01 0M4 5.6v2.6c0 3 1.6 3.9 6.3 3.9";
            case RESOURCE -> "M8 1.6l5.6 3.2v6.4L8 14.4l-5.6-3.2V4.8zM8 5.7a2.3 2.3 0 1 0 .01 0";
            case GATE -> "M8 1.8l5 1.8v4c0 3.3-2.2 5.5-5 6.6-2.8-1.1-5-3.3-5-6.6v-4zM5.7 8l1.7 1.7 3-3.3";
            case APPROVAL ->
                "M6.2 2.4a2.6 2.6 0 1 0 .01 0M1.8 13.6c0-2.8 2-4.2 4.4-4.2 1.2 0 2.3.4 3.1 1.1M10 12.2l1.6 1.6 3-3.3";
            case PAUSE -> "M8 1.9a6.1 6.1 0 1 0 .01 0M8 4.7V8l2.3 1.6";
            case INPUT, RESULT, PIPELINE, MAP, CHOICE, LOOP, BRANCH, HANDLER, PORT, DECISION, YIELDS -> "";
        };
    }
}
