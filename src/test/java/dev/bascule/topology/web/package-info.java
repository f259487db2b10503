/** What programs read, held against what patronictl and Patroni's REST said at the same moment. */
@NullMarked
package dev.bascule.topology.web;

import org.jspecify.annotations.NullMarked;
