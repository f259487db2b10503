/**
 * What planning and judging of every operation share: what they are made against, the checks that
 * all of them have, and what the evidence amounts to. Pure.
 */
@NullMarked
package dev.bascule.operation.planning;

import org.jspecify.annotations.NullMarked;
