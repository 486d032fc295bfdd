/** Runs, measurements and models in MLflow, for steps that may be tried again at any moment. */
@NullMarked
package dev.penstock.mlflow;

import org.jspecify.annotations.NullMarked;
