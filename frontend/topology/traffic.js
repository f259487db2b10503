// The dots that travel along streaming edges. They move in small steps by a timer: an animation by
// style sheet would have the browser paint the drawing sixty times a second for ever.

/** px per second: one speed for all dots. */
const SPEED = 70;

/** ms between two steps. */
const STEP = 70;

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Lets all dots below an element travel along their {@code offset-path}; each says in {@code
 * data-way} how long that is, in px.
 * @param {Element} drawing
 * @returns {() => void} ends it
 */
export function traffic(drawing) {
  const dots = /** @type {HTMLCollectionOf<SVGElement>} */ (drawing.getElementsByClassName('dot'));
  const timer = window.setInterval(() => {
    if (document.hidden || still.matches) return;
    const gone = performance.now() / 1000 * SPEED;
    for (const dot of dots) dot.style.offsetDistance = `${(gone % Number(dot.dataset.way)).toFixed(1)}px`;
  }, STEP);
  return () => window.clearInterval(timer);
}
