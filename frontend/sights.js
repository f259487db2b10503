// When each DCS was last seen, told once for the whole page (event `bascule-sight`), however many
// things show it.

/** @type {Map<string, number>} */
const sights = new Map();
/** @type {Set<(dcs: string) => void>} */
const watchers = new Set();

window.addEventListener('bascule-sight', (event) => {
  const {dcs, at} = /** @type {CustomEvent} */ (event).detail;
  if (at > (sights.get(dcs) ?? 0)) {
    sights.set(dcs, at);
    for (const watcher of watchers) watcher(dcs);
  }
});

/** The last sign of life of a DCS, in milliseconds of the server's clock; null before the first. */
export const lastSeen = (/** @type {string} */ dcs) => sights.get(dcs) ?? null;

/**
 * Calls back at each sign of life.
 * @param {(dcs: string) => void} watcher
 * @returns {() => void} ends it
 */
export function watchSights(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
