/** Shows a pipeline that has not run: as a picture, as Mermaid text, on a terminal. */
@NullMarked
package dev.penstock.draw;

import org.jspecify.annotations.NullMarked;
