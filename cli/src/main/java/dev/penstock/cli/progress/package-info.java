/** Shows how a run goes on, on a terminal, in a log or to a program. */
@NullMarked
package dev.penstock.cli.progress;

import org.jspecify.annotations.NullMarked;
