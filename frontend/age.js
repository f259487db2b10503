// <bascule-age at="1732320847000" old-after="30">: how old something is, ticking by itself.
// Shows "8 s ago"; the exact time is its title. Attribute `length` shows "8 s" without "ago";
// `old` is set on the element once it is older than `old-after` seconds. With `dcs="lab"` instead of
// `at` it counts from the last sign of life of that DCS, of which the server tells the page once
// (event `bascule-sight`) however many ages show it.
import {everySecond, serverNow} from './clock.js';
import {ago, full, length} from './formats.js';
import {lastSeen, watchSights} from './sights.js';
import {word} from './words.js';

class Age extends HTMLElement {
  static observedAttributes = ['at', 'dcs', 'old-after', 'length'];
  /** @type {(() => void)[]} */
  #ends = [];
  /** @type {string|null} the time in the title */
  #titled = null;

  connectedCallback() {
    this.#ends = [
      everySecond(() => this.tick()),
      watchSights((dcs) => {
        if (dcs === this.getAttribute('dcs')) this.tick();
      }),
    ];
    this.tick();
  }

  disconnectedCallback() {
    this.#ends.forEach((end) => end());
    this.#ends = [];
  }

  attributeChangedCallback() {
    if (this.isConnected) this.tick();
  }

  #at() {
    const dcs = this.getAttribute('dcs');
    if (dcs === null) return this.getAttribute('at');
    const seen = lastSeen(dcs);
    return seen === null ? null : String(seen);
  }

  /** Shows the age as it is now. */
  tick() {
    const at = this.#at();
    if (at === null) {
      this.textContent = word('unknown');
      this.#titled = null;
      this.removeAttribute('title');
      return;
    }
    const millis = Math.max(0, serverNow() - Number(at));
    const text = this.hasAttribute('length') ? length(millis) : ago(millis);
    if (this.textContent !== text) this.textContent = text;
    if (this.#titled !== at) {
      this.#titled = at;
      this.title = full(Number(at));
    }
    const limit = this.getAttribute('old-after');
    this.toggleAttribute('old', limit !== null && millis > Number(limit) * 1000);
  }
}

customElements.define('bascule-age', Age);
