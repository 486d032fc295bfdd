/** A pipeline as data: an immutable graph, its canonical JSON and its digest. */
@NullMarked
package dev.penstock.spec;

import org.jspecify.annotations.NullMarked;
