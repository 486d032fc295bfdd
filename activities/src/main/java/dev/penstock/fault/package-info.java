/** What can go wrong with a step, told apart by whose fault it is. */
@NullMarked
package dev.penstock.fault;

import org.jspecify.annotations.NullMarked;
