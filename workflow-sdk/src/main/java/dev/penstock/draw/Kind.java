package dev.penstock.draw;

/** What a shape stands for. */
public enum Kind {
    INPUT,
    RESULT,
    CONTAINER,
    FUNCTION,
    SERVICE,
    WORKFLOW,
    RESOURCE,
    GATE,
    APPROVAL,
    PAUSE,
    PIPELINE,
    MAP,
    CHOICE,
    LOOP,
    /** One of the two bodies of a choice. */
    BRANCH,
    /** What runs on failure or at the end. */
    HANDLER,
    /** Where a body gets its item, state or input. */
    PORT,
    /** The condition of a choice. */
    DECISION,
    /** What a body yields, if that is more than the result of one of its steps. */
    YIELDS;

    /** Whether people gave it a name in their pipeline. */
    public boolean isStep() {
        return switch (this) {
            case CONTAINER, FUNCTION, SERVICE, WORKFLOW, RESOURCE, GATE, APPROVAL, PAUSE -> true;
            case PIPELINE, MAP, CHOICE, LOOP -> true;
            case INPUT, RESULT, BRANCH, HANDLER, PORT, DECISION, YIELDS -> false;
        };
    }
}
