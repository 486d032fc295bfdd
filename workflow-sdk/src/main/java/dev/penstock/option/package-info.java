/** What an author may ask of a step besides its work: options, as plain data. */
@NullMarked
package dev.penstock.option;

import org.jspecify.annotations.NullMarked;
