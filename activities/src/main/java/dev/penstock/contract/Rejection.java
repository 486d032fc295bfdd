package dev.penstock.contract;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.step.StepTask.ContainerTask;
import dev.penstock.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what shows why a step rejected its data; other faults leave half of what they were about to write. */
public final class Rejection {

    private static final Logger LOG = LoggerFactory.getLogger(Rejection.class);

    private Rejection() {}

    public static Fault withReports(Fault fault, ContainerTask task, Path out, ArtifactStore store) {
        if (fault.kind() != FaultKind.REJECTED) {
            return fault;
        }
        try {
            return fault.showing(Reports.left(task, out, store));
        } catch (IOException e) {
            LOG.warn("The reports of a rejection are lost: {}", e.toString());
            return fault;
        }
    }
}
