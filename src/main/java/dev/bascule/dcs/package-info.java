/**
 * etcd as a gap-free stream: list in pages, watch, heartbeat, endpoint health; the only importer of
 * jetcd.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bascule.dcs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
