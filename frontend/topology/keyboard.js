// The drawing by keyboard: a tree. Up and Down walk the members, Left goes to who feeds one, Right
// to the first one fed; Home and End; Enter opens the card's menu; S asks for a switchover.

/**
 * @param {HTMLElement} tree
 * @param {{
 *   order: () => {name: string, level: number, parent: string|null}[],
 *   cardOf: (name: string) => HTMLElement|null,
 *   open: (name: string) => void,
 *   ask: (name: string) => void,
 * }} by
 */
export function walkByKeyboard(tree, by) {
  tree.addEventListener('keydown', (event) => {
    const card = event.target instanceof Element ? event.target.closest('[data-member]') : null;
    if (!(card instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = card.dataset.member ?? '';
    const order = by.order();
    const at = order.findIndex((one) => one.name === name);
    /** @type {string|undefined} */
    let next;
    switch (event.key) {
      case 'ArrowDown': next = order[at + 1]?.name; break;
      case 'ArrowUp': next = order[at - 1]?.name; break;
      case 'ArrowLeft': next = order[at]?.parent ?? undefined; break;
      case 'ArrowRight': next = order.find((one) => one.parent === name)?.name; break;
      case 'Home': next = order[0]?.name; break;
      case 'End': next = order[order.length - 1]?.name; break;
      case 'Enter':
      case ' ': by.open(name); break;
      case 's':
      case 'S': by.ask(name); break;
      default: return;
    }
    event.preventDefault();
    if (next !== undefined) by.cardOf(next)?.focus();
  });
  tree.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement && event.target.dataset.member !== undefined) {
      makeReachable(tree, event.target);
    }
  });
}

/** One card at a time is in the page's tab order. @param {HTMLElement} tree @param {HTMLElement} card */
export function makeReachable(tree, card) {
  for (const one of tree.querySelectorAll('[data-member][tabindex="0"]')) {
    if (one !== card) one.setAttribute('tabindex', '-1');
  }
  card.tabIndex = 0;
}
