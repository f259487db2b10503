/** What programs read of the live state: clusters with their members, as JSON. */
@NullMarked
package dev.bascule.topology.web;

import org.jspecify.annotations.NullMarked;
