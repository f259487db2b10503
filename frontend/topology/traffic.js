// The dots that travel along streaming edges. They move in small steps by a timer: an animation by
// style sheet would have the browser paint the drawing sixty times a second for ever.

/** px per second: one speed for all dots. */
const SPEED = 70;

/** ms between two steps, on a machine that has nothing better to do. */
const STEP = 70;

/** ms between two steps at most, on a machine that has. */
const LONGEST = 1000;

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/**
 * The pause until the next step: a step that comes late tells that the machine is busy, and then what
 * the page has to say goes ahead of what only moves.
 * @param {number} pause the pause that was asked for, in ms
 * @param {number} took how long it became, in ms
 */
export const nextPause = (pause, took) =>
  took > pause + STEP / 2 ? Math.min(LONGEST, pause * 2) : Math.max(STEP, pause * 0.9);

/**
 * Lets all dots below an element travel along their {@code offset-path}; each says in {@code
 * data-way} how long that is, in px.
 * @param {Element} drawing
 * @returns {() => void} ends it
 */
export function traffic(drawing) {
  const dots = /** @type {HTMLCollectionOf<SVGElement>} */ (drawing.getElementsByClassName('dot'));
  let pause = STEP;
  let asked = performance.now();
  const step = () => {
    const now = performance.now();
    pause = document.hidden ? LONGEST : nextPause(pause, now - asked);
    if (!document.hidden && !still.matches) {
      const gone = now / 1000 * SPEED;
      for (const dot of dots) dot.style.offsetDistance = `${(gone % Number(dot.dataset.way)).toFixed(1)}px`;
    }
    asked = now;
    timer = window.setTimeout(step, pause);
  };
  let timer = window.setTimeout(step, pause);
  return () => window.clearTimeout(timer);
}
