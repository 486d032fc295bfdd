package dev.penstock.problem;

import java.util.Locale;

/** Names every rule that an input can break; scripts and documentation refer to it by {@link #text()}. */
public enum Code {
    // The definition of a pipeline, found while its graph is traced.
    DUPLICATE_NAME("Two steps of one pipeline have the same name."),
    UNSTABLE_NAME("A step or pipeline has no name that outlives this build."),
    INVALID_NAME("A name is not made of lower-case letters, digits and single hyphens, or is too long."),
    LAMBDA("A lambda stands where a method reference is needed."),
    UNRESOLVABLE_METHOD("A method cannot be found again by its name: overloaded, not static, or of the wrong kind."),
    UNSUPPORTED_TYPE("A type cannot flow between steps."),
    NULL_VALUE("A null stands where a value is needed."),
    OUT_OF_SCOPE("A value is used outside the body in which it exists."),
    OTHER_PIPELINE("A value of one pipeline is used in another."),
    UNFINISHED_STEP("The first half of a two-part step was written, the second is missing."),
    DANGLING_STEP("A pure step computes something that nobody uses."),
    FORGED_EVIDENCE("Evidence that only the engine can give was made by hand."),
    PIPELINE_RECURSION("A pipeline contains itself."),
    DEFINITION_FAILED("The code that defines the pipeline threw an exception."),
    NOT_A_RECORD("A step is not a record, so its inputs cannot be read."),
    // The spec, whether traced or read.
    OPTION_NOT_APPLICABLE("An option has no meaning for this kind of step."),
    CACHED_CALL("A call has an effect, so it cannot be cached."),
    REPEATED_OPTION("An option is given twice with different values."),
    INVALID_OPTION("An option has a value that cannot be meant."),
    INVALID_CONTAINER("A container description has a value that cannot be meant."),
    INVALID_RESOURCE("A description of a custom resource is incomplete or contradicts itself."),
    TYPE_MISMATCH("A value does not have the type that its consumer needs."),
    UNKNOWN_REFERENCE("Something refers to a step, component or type that is not there."),
    CYCLE("Steps wait for each other in a circle."),
    UNPINNED_IMAGE("An image on a cluster may change under the same name."),
    NO_FITTING_POOL("No configured pool can hold what a step asks for."),
    UNKNOWN_POOL("A step names a pool that is not configured."),
    // Values, parameters and files.
    MALFORMED("A file or text is not well-formed JSON or YAML."),
    WRONG_TYPE("A value is not of the expected type."),
    MISSING_VALUE("A required value is not given."),
    UNKNOWN_NAME("A name is given that is not known here."),
    REFUSED_VALUE("A value has the right type, but its own class refuses it."),
    NEWER_SCHEMA("A spec was written by a newer version of Penstock."),
    // Places where pipelines are looked for.
    NO_PIPELINE("No pipeline was found where one was looked for."),
    UNKNOWN_PIPELINE("The named pipeline is not there."),
    AMBIGUOUS_PIPELINE("Several pipelines are there, and none was chosen."),
    DUPLICATE_PIPELINE("Two pipelines have the same name."),
    NOT_CONSTRUCTIBLE("A pipeline class cannot be instantiated."),
    UNREADABLE("A file cannot be read or written."),
    // The Temporal server that runs execute on.
    NO_SERVER("No Temporal server answers at the address."),
    ENCRYPTION_FAILED("The encrypted connection to the server cannot be made."),
    MISSING_RIGHT("The server knows what is asked and does not allow it."),
    UNKNOWN_NAMESPACE("The server has no namespace of this name."),
    NO_TEMPORAL_CLI("The temporal binary, which starts the dev server, is not on this machine."),
    PORT_IN_USE("Another process listens on the port."),
    SERVER_NOT_STARTED("The dev server ended while it was starting."),
    // Runs.
    NAME_TAKEN("A run of this name is there already."),
    UNKNOWN_RUN("There is no run of this name."),
    NO_RUNNER("Steps need something that runs containers, and nothing here does."),
    MISSING_CODE("Code that a step needs is not in this process."),
    MISSING_SERVICE("A service that a step calls has no implementation in this process."),
    NO_WORKER("No worker is there that could do the work."),
    NOTHING_WAITS("No step waits for this answer."),
    REFUSED_ANSWER("The answer to an approval does not count."),
    NOT_AT_WORK("The run has ended already."),
    RUN_AT_WORK("What was asked needs a run that has ended, and this one has not."),
    NOTHING_FAILED("There is nothing to try again, since everything succeeded."),
    // The store of values and artifacts.
    NOT_IN_STORE("The store does not have what is asked for, or it is damaged there."),
    ALREADY_THERE("Something is at the place where a file or folder is to be written."),
    UNKNOWN_REFERENCES("It cannot be told what still refers to contents of the store.");

    private final String meaning;

    Code(String meaning) {
        this.meaning = meaning;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }
}
