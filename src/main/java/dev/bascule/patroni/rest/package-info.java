/**
 * Patroni's REST API, reading only: what each node answers of itself and of its cluster, and the
 * probe that measures how long writes were interrupted.
 */
@NullMarked
@NamedInterface("rest")
package dev.bascule.patroni.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
