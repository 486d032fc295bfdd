@NullMarked
package dev.penstock.mlflow;

import org.jspecify.annotations.NullMarked;
