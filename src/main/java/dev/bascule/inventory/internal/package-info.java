/** The inventory in the console's database and in memory, and what asks hosts and DCS endpoints. */
@NullMarked
package dev.bascule.inventory.internal;

import org.jspecify.annotations.NullMarked;
