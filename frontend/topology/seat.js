// The leader's seat: a plinth that holds the leader's card. Empty, it says since when and, while a
// lease still runs, when the lock expires; paused, that nothing fails over by itself. While a card
// is dragged it opens.
import {everySecond, serverNow} from '../clock.js';
import {length, time} from '../formats.js';
import {word} from '../words.js';
import {el, icon, setBox, setIcon, setText} from './dom.js';

export class Seat {
  #icon = icon('crown');
  #words = el('span', 'topo-seat-words');
  #caption = el('div', 'topo-seat-caption', this.#icon, this.#words);
  #emptySince = el('div', 'topo-seat-since');
  #emptyFor = el('div', 'topo-seat-for');
  #lock = el('div', 'topo-seat-lock');
  #drop = el('div', 'topo-seat-drop');
  #empty = el('div', 'topo-seat-empty', icon('octagon'), this.#emptySince, this.#emptyFor, this.#lock);
  /** @type {import('./scene.js').Scene|null} */
  #scene = null;
  #end = everySecond(() => this.#tick());

  element = el('div', 'topo-seat', this.#empty, this.#drop, this.#caption);

  constructor() {
    this.element.dataset.part = 'seat';
  }

  /** @param {import('./scene.js').Scene} scene */
  show(scene) {
    this.#scene = scene;
    const empty = scene.leader === null;
    this.element.classList.toggle('empty', empty);
    this.element.classList.toggle('paused', scene.seat.paused);
    this.element.classList.toggle('standby', scene.standby);
    this.#empty.hidden = !empty;
    if (scene.seat.paused) {
      setIcon(this.#icon, 'pause');
      setText(this.#words, word('topology.paused'));
    } else {
      setIcon(this.#icon, scene.standby ? 'dashed-crown' : 'crown');
      setText(this.#words, word(scene.standby ? 'topology.seat.standby' : 'topology.seat'));
    }
    this.#tick();
  }

  /** @param {import('./layout.js').Places} places */
  place(places) {
    setBox(this.element, places.seat);
  }

  /**
   * Opens while a card is dragged: says what a drop would do.
   * @param {string|null} text null closes
   * @param {boolean} [refuses]
   */
  open(text, refuses = false) {
    this.element.classList.toggle('open', text !== null);
    this.element.classList.toggle('refuses', refuses);
    setText(this.#drop, text ?? '');
  }

  #tick() {
    const scene = this.#scene;
    if (!scene) return;
    const {emptySince, lockUntil} = scene.seat;
    const now = serverNow();
    const expiring = scene.leader !== null && lockUntil !== null && !scene.seat.paused;
    this.element.classList.toggle('expiring', expiring);
    if (expiring) {
      setIcon(this.#icon, 'triangle');
      setText(this.#words, word('topology.lock-expires', length(Math.max(0, lockUntil - now))));
    }
    if (scene.leader !== null) return;
    setText(this.#emptySince, emptySince === null ? word('topology.no-leader')
      : word('topology.no-leader-since', time(emptySince, now)));
    setText(this.#emptyFor, emptySince === null ? '' : length(now - emptySince));
    setText(this.#lock, lockUntil !== null && lockUntil > now
      ? word('topology.lock-expires', length(lockUntil - now)) : '');
  }

  remove() {
    this.#end();
  }
}
