// <bascule-age at="1732320847000" old-after="30">: how old something is, ticking by itself.
// Shows "8 s ago"; the exact time is its title. Attribute `length` shows "8 s" without "ago";
// `old` is set on the element once it is older than `old-after` seconds.
import {everySecond, serverNow} from './clock.js';
import {ago, full, length} from './formats.js';
import {word} from './words.js';

class Age extends HTMLElement {
  static observedAttributes = ['at', 'old-after', 'length'];
  #end = () => {};

  connectedCallback() {
    this.#end = everySecond(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#end();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }

  #show() {
    const at = this.getAttribute('at');
    if (at === null) {
      this.textContent = word('unknown');
      this.removeAttribute('title');
      return;
    }
    const millis = Math.max(0, serverNow() - Number(at));
    const text = this.hasAttribute('length') ? length(millis) : ago(millis);
    if (this.textContent !== text) this.textContent = text;
    this.title = full(Number(at));
    const limit = this.getAttribute('old-after');
    this.toggleAttribute('old', limit !== null && millis > Number(limit) * 1000);
  }
}

customElements.define('bascule-age', Age);
