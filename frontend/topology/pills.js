// The entry point (a virtual IP): a pill on the card of whoever holds the address. With nobody it
// waits above the seat, counting, then turns amber; with two holders there are two, and that is
// critical.
import {everySecond, serverNow} from '../clock.js';
import {length} from '../formats.js';
import {word} from '../words.js';
import {el, icon, setIcon, setText} from './dom.js';

/** How long an address may be on its way before that is remarkable, in ms. */
const ON_ITS_WAY = 10_000;

export class Pills {
  element = el('div', 'topo-pills');
  /** @type {Map<string, {pill: HTMLElement, text: HTMLElement, sign: SVGElement}>} */
  #pills = new Map();
  /** @type {import('./scene.js').Entry|null} */
  #entry = null;
  #end = everySecond(() => this.#tick());

  /**
   * @param {import('./scene.js').Entry|null} entry
   * @param {import('./layout.js').Places} places
   * @param {(name: string) => import('./layout.js').Box|null} boxOf where a member's card lies
   */
  show(entry, places, boxOf) {
    this.#entry = entry;
    const holders = entry ? entry.holders.filter((name) => boxOf(name) !== null) : [];
    const wanted = entry ? Math.max(1, holders.length) : 0;
    for (let i = 0; i < wanted; i++) this.#pill(String(i));
    for (const [key, {pill}] of this.#pills) {
      if (Number(key) >= wanted) {
        pill.remove();
        this.#pills.delete(key);
      }
    }
    [...this.#pills.values()].forEach(({pill}, i) => {
      const box = holders.length ? boxOf(holders[i]) : null;
      const x = box ? box.x + box.width / 2 : places.waiting.x + places.waiting.width / 2;
      const y = box ? box.y + box.height : places.waiting.y + places.waiting.height / 2;
      pill.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(-50%, -50%)`;
      pill.dataset.holder = holders[i] ?? '';
      pill.classList.toggle('tone-critical', holders.length > 1);
    });
    this.#tick();
  }

  /** @param {string} key */
  #pill(key) {
    if (this.#pills.has(key)) return;
    const text = el('span');
    const sign = icon('out');
    const pill = el('div', 'topo-pill', sign, text);
    this.#pills.set(key, {pill, text, sign});
    this.element.append(pill);
  }

  #tick() {
    const entry = this.#entry;
    if (!entry) return;
    const nobody = entry.holders.length === 0;
    const waited = nobody && entry.nobodySince !== null ? serverNow() - entry.nobodySince : 0;
    for (const {pill, text, sign} of this.#pills.values()) {
      const address = `${entry.kind} ${entry.address}`;
      // a holder whose card isn't drawn, as in a crowd, is named
      const hidden = !nobody && pill.dataset.holder === '';
      setText(text, hidden ? `${address} · ${entry.holders.join(', ')}` : !nobody ? address : entry.nobodySince === null
        ? word('topology.entry.unknown', address)
        : word('topology.entry.nobody', address, length(waited)));
      pill.classList.toggle('waiting', nobody);
      const late = nobody && waited > ON_ITS_WAY;
      pill.classList.toggle('tone-warning', late);
      setIcon(sign, late ? 'triangle' : entry.holders.length > 1 ? 'octagon' : 'out');
    }
  }

  remove() {
    this.#end();
  }
}
