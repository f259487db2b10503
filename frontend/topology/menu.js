// The menu of a card: by click, Enter, or touch. Says why something isn't offered.
import {word} from '../words.js';
import {el} from './dom.js';

export class Menu {
  element = el('div', 'topo-menu');
  /** @type {HTMLElement|null} */
  #from = null;

  constructor() {
    this.element.setAttribute('role', 'menu');
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node) || !this.element.contains(event.relatedTarget)) this.close(false);
    });
  }

  /**
   * @param {HTMLElement} card
   * @param {{x: number, y: number}} at
   * @param {{label: string, why?: string, run?: () => void}[]} items without `run` it is disabled
   */
  open(card, at, items) {
    this.#from = card;
    this.element.setAttribute('aria-label', word('topology.menu', card.dataset.member ?? ''));
    this.element.replaceChildren(...items.map((item) => {
      const button = el('button', 'topo-menu-item', item.label);
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
      button.tabIndex = -1;
      if (item.why) button.append(el('span', 'topo-menu-why', item.why));
      if (item.run) {
        const run = item.run;
        button.addEventListener('click', () => {
          this.close(true);
          run();
        });
      } else {
        button.setAttribute('aria-disabled', 'true');
      }
      return button;
    }));
    this.element.hidden = false;
    const room = this.element.parentElement?.clientWidth ?? 0;
    const x = Math.max(4, Math.min(at.x, room - this.element.offsetWidth - 4));
    this.element.style.transform = `translate(${Math.round(x)}px, ${Math.round(at.y)}px)`;
    this.#items()[0]?.focus();
  }

  /** @param {boolean} back whether the focus returns to the card */
  close(back) {
    if (this.element.hidden) return;
    const from = this.#from;
    this.#from = null;
    this.element.hidden = true;
    if (back) from?.focus();
  }

  #items() {
    return /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('[role=menuitem]')]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const items = this.#items();
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    switch (event.key) {
      case 'ArrowDown': items[(at + 1) % items.length]?.focus(); break;
      case 'ArrowUp': items[(at - 1 + items.length) % items.length]?.focus(); break;
      case 'Home': items[0]?.focus(); break;
      case 'End': items[items.length - 1]?.focus(); break;
      case 'Escape':
      case 'Tab': this.close(true); break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
