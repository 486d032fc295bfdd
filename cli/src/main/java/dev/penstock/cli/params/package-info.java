/** Puts the input of a run together from defaults, a file and flags, and says where each part came from. */
@NullMarked
package dev.penstock.cli.params;

import org.jspecify.annotations.NullMarked;
