/** What another run keeps. */
@NullMarked
package dev.penstock.rerun;

import org.jspecify.annotations.NullMarked;
