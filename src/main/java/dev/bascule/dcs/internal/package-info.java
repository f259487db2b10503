/** etcd through jetcd: connecting, listing, watching, and naming what goes wrong. */
@NullMarked
package dev.bascule.dcs.internal;

import org.jspecify.annotations.NullMarked;
