/** The pages under Infrastructure: hosts, DCS, environments, clusters' records, the SSH key. */
@NullMarked
package dev.bascule.inventory.ui;

import org.jspecify.annotations.NullMarked;
