/** A few pipelines to try the command on. */
@NullMarked
package dev.penstock.cli.sample;

import org.jspecify.annotations.NullMarked;
