/** Finds the pipeline that a user means: built in, in a jar or folder, or as a spec in a file. */
@NullMarked
package dev.penstock.cli.find;

import org.jspecify.annotations.NullMarked;
