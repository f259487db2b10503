// Dragging a card to the seat. On pick-up the seat opens and unsuitable cards are hatched with their
// reason; the drop asks for the sheet and does nothing else. Mouse and pen only: a finger scrolls
// and has the card's menu.

/** How far a press must move to be a drag, px. */
const SLACK = 6;

/**
 * @param {HTMLElement} root the drawing, in whose coordinates things move
 * @param {{
 *   mayDrag: (name: string) => boolean,
 *   picked: (name: string) => void,
 *   overSeat: (name: string, over: boolean) => void,
 *   dropped: (name: string, onSeat: boolean) => void,
 *   seat: () => DOMRect,
 *   clicked: (card: HTMLElement, at: {x: number, y: number}) => void,
 * }} on
 * @returns {() => boolean} whether a card is being dragged
 */
export function dragToSeat(root, on) {
  /** @type {{card: HTMLElement, name: string, x: number, y: number, base: string, moving: boolean, over: boolean}|null} */
  let drag = null;

  const end = (/** @type {boolean} */ drop) => {
    const ended = drag;
    drag = null;
    if (!ended) return;
    document.removeEventListener('keydown', escape, true);
    if (!ended.moving) return;
    ended.card.classList.remove('dragged');
    ended.card.style.transform = ended.base;
    on.dropped(ended.name, drop && ended.over);
  };

  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape' && drag?.moving) {
      event.preventDefault();
      event.stopPropagation();
      end(false);
    }
  };

  root.addEventListener('pointerdown', (event) => {
    const card = event.target instanceof Element ? event.target.closest('[data-member]') : null;
    if (!(card instanceof HTMLElement) || event.button !== 0 || event.pointerType === 'touch') return;
    const name = card.dataset.member ?? '';
    drag = {card, name, x: event.clientX, y: event.clientY, base: card.style.transform, moving: false, over: false};
    document.addEventListener('keydown', escape, true);
  });

  root.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const dx = event.clientX - drag.x;
    const dy = event.clientY - drag.y;
    if (!drag.moving) {
      if (Math.hypot(dx, dy) < SLACK) return;
      if (!on.mayDrag(drag.name)) {
        end(false);
        return;
      }
      drag.moving = true;
      drag.base = drag.card.style.transform;
      drag.card.classList.add('dragged');
      root.setPointerCapture(event.pointerId);
      on.picked(drag.name);
    }
    drag.card.style.transform = `${drag.base} translate(${Math.round(dx)}px, ${Math.round(dy)}px)`;
    const seat = on.seat();
    const over = event.clientX > seat.left && event.clientX < seat.right
      && event.clientY > seat.top && event.clientY < seat.bottom;
    if (over !== drag.over) {
      drag.over = over;
      on.overSeat(drag.name, over);
    }
  });

  root.addEventListener('pointerup', (event) => {
    const was = drag;
    const moved = was?.moving ?? false;
    end(true);
    if (was && !moved) on.clicked(was.card, {x: event.clientX, y: event.clientY});
  });
  root.addEventListener('pointercancel', () => end(false));
  root.addEventListener('click', (event) => {
    // a finger's tap arrives as a click; the mouse's was handled above
    const card = event.target instanceof Element ? event.target.closest('[data-member]') : null;
    if (card instanceof HTMLElement && /** @type {PointerEvent} */ (event).pointerType === 'touch') {
      on.clicked(card, {x: event.clientX, y: event.clientY});
    }
  });
  return () => drag?.moving ?? false;
}
