// Motion follows observed facts and never a clock of its own: a card goes home in 250 ms, another
// rises to the seat in 350 ms, the crown lands; all has ended within 900 ms of the last fact. With
// reduced motion nothing moves. After blindness there is one cross-fade instead of a replay.

export const GO_HOME = 250;
export const RISE = 350;
const CROWN = 300;
const FADE = 250;

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;

/**
 * Lets the cards that changed places move there, before their places are set.
 * @param {HTMLElement} root the drawing
 * @param {{goesHome: HTMLElement|null, rises: HTMLElement|null}} who
 */
export function allowMotion(root, {goesHome, rises}) {
  if (still()) return;
  if (goesHome) run(goesHome, 'going-home', GO_HOME + 40);
  if (rises) {
    run(rises, 'rising', RISE + 40);
    window.setTimeout(() => run(rises, 'crowned', CROWN), RISE - 60);
  }
  run(root, 'in-motion', RISE + CROWN);
}

/** One cross-fade, when what happened meanwhile was not seen. @param {HTMLElement} root */
export function crossFade(root) {
  if (still()) return;
  run(root, 'fading', FADE);
}

/** @param {HTMLElement} element @param {string} name @param {number} millis */
function run(element, name, millis) {
  element.classList.add(name);
  window.setTimeout(() => element.classList.remove(name), millis);
}
