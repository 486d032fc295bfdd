/** The language in which pipelines are written. */
@NullMarked
package dev.penstock.flow;

import org.jspecify.annotations.NullMarked;
