/** Runs what the documentation shows. */
@org.jspecify.annotations.NullMarked
package dev.penstock.docs;
