/** Marks the records that refer to bytes in the artifact store. */
@NullMarked
package dev.penstock.artifact;

import org.jspecify.annotations.NullMarked;
