/** Runs pipelines in memory with time skipping, step doubles, injected faults and scripted approvals. */
@NullMarked
package dev.penstock.testing.run;

import org.jspecify.annotations.NullMarked;
