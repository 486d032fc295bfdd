/** The workflow that runs any spec; the only code that talks to Temporal from inside a workflow. */
@NullMarked
package dev.penstock.interpreter;

import org.jspecify.annotations.NullMarked;
