/** The fleet, live: streams of the DCS applied to clusters, and questions to what the DCS lacks. */
@NullMarked
package dev.bascule.topology.internal.live;

import org.jspecify.annotations.NullMarked;
