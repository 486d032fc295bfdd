/** Folders with all that is in them: how they are made and removed. */
@NullMarked
package dev.penstock.files;

import org.jspecify.annotations.NullMarked;
