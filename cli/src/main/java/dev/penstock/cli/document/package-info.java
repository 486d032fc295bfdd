/** Reads JSON and YAML of people and remembers at which line and column each part stands. */
@NullMarked
package dev.penstock.cli.document;

import org.jspecify.annotations.NullMarked;
