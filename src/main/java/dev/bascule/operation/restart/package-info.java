/** Planning and judging of restarts, reloads and the rebuilding of replicas. Pure. */
@NullMarked
package dev.bascule.operation.restart;

import org.jspecify.annotations.NullMarked;
