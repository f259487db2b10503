/**
 * The Fleet and Cluster pages with the topology drawing; other rooms add to the Cluster page
 * through ClusterPagePart.
 */
@NullMarked
@NamedInterface("pages")
package dev.bascule.topology.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
