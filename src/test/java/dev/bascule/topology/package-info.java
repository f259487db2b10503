/** The fold, its anomalies and its way out, on what was recorded and on what is hostile. */
@NullMarked
package dev.bascule.topology;

import org.jspecify.annotations.NullMarked;
