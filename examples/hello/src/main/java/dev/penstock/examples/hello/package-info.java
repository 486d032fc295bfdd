/** The smallest pipeline. */
@NullMarked
package dev.penstock.examples.hello;

import org.jspecify.annotations.NullMarked;
