// The server's clock in the browser: the browser's own may be wrong by a day, so ages are counted
// from what the server says, with the browser's monotonic clock.

let offset = Number(document.documentElement.dataset.serverNow ?? Date.now()) - performance.now();

/** What the server's clock shows now, in milliseconds since 1970. */
export const serverNow = () => performance.now() + offset;

/**
 * Sets the clock.
 * @param {number} millis what the server's clock showed when it sent this
 */
export function setServerNow(millis) {
  offset = millis - performance.now();
}

window.addEventListener('bascule-clock', (event) => setServerNow(/** @type {CustomEvent} */ (event).detail));

/** @type {Set<() => void>} */
const tickers = new Set();
let timer = 0;

/**
 * Calls back about once a second while the page is visible; all at the same moment, so that ages
 * change together.
 * @param {() => void} tick
 * @returns {() => void} ends it
 */
export function everySecond(tick) {
  tickers.add(tick);
  if (!timer) {
    timer = window.setInterval(() => {
      if (!document.hidden) {
        for (const one of tickers) one();
      }
    }, 1000);
  }
  return () => {
    tickers.delete(tick);
    if (tickers.size === 0) {
      window.clearInterval(timer);
      timer = 0;
    }
  };
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) for (const one of tickers) one();
});
