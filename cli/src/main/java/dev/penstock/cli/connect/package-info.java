/** Connects a command to a Temporal server, and this process to the work there. */
@NullMarked
package dev.penstock.cli.connect;

import org.jspecify.annotations.NullMarked;
