/** The journal: what happened to each cluster, derived from its steps and kept. */
@NullMarked
package dev.bascule.topology.internal;

import org.jspecify.annotations.NullMarked;
