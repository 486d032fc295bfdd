/** Registered models, as pipelines see them. */
@NullMarked
package dev.penstock.model;

import org.jspecify.annotations.NullMarked;
