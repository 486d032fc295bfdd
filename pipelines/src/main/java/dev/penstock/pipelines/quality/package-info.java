/** Checks the data that flows through a pipeline, so that what is wrong with it ends the run instead of the model. */
@NullMarked
package dev.penstock.pipelines.quality;

import org.jspecify.annotations.NullMarked;
