package dev.penstock.pipelines.quality;

import dev.penstock.artifact.Report;
import java.net.URI;
import java.util.List;

/**
 * What Great Expectations found in data without a critical fault.
 *
 * @param findings the expectations that failed; none of them is critical
 * @param docs the pages by which people look at all results
 */
public record Quality(int evaluated, int successful, List<Finding> findings, DataDocs docs) {

    public Quality {
        findings = List.copyOf(findings);
    }

    /** An expectation that failed, and what was there instead. */
    public record Finding(String expectation, Severity severity, String observed) {}

    /** How much a failed expectation matters, as its suite says. */
    public enum Severity {
        CRITICAL,
        WARNING,
        INFO
    }

    /** A folder of pages; {@code index.html} is the first. */
    public record DataDocs(URI uri, String digest) implements Report {}
}
