package dev.bascule.topology.internal.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets the rounds of this package run. Each round only starts what it has to do: they share one
 * thread, which must never wait.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LiveScheduling {}
