// The DCS strip: one dot a member of the DCS (leader filled, follower ringed, away crossed), how
// many may still go, the revision, and when the DCS was last heard.
import {everySecond, serverNow} from '../clock.js';
import {ago} from '../formats.js';
import {lastSeen, watchSights} from '../sights.js';
import {word} from '../words.js';
import {el, setText, svg} from './dom.js';

export class Strip {
  #name = el('span', 'topo-strip-name');
  #dots = svg('svg', {class: 'topo-strip-dots', height: 16, role: 'img'});
  #count = el('span', 'topo-strip-count');
  #revision = el('span', 'topo-strip-revision');
  #seen = el('span', 'topo-strip-seen');
  /** @type {import('./scene.js').Dcs|null} */
  #dcs = null;
  #ends = [everySecond(() => this.#tick()), watchSights(() => this.#tick())];

  element = el('div', 'topo-strip', el('span', 'topo-strip-title', 'DCS'), this.#name);

  constructor() {
    this.element.append(this.#dots, this.#count, this.#revision, this.#seen);
  }

  /** @param {import('./scene.js').Dcs} dcs */
  show(dcs) {
    this.#dcs = dcs;
    setText(this.#name, dcs.name);
    const key = JSON.stringify(dcs.members);
    if (this.#dots.dataset.shows !== key) {
      this.#dots.dataset.shows = key;
      this.#draw(dcs);
    }
    const here = dcs.members.filter((one) => one.state !== 'away').length;
    setText(this.#count, dcs.members.length === 0 ? '' : dcs.mayLose === null
      ? word('topology.dcs.count', here, dcs.members.length)
      : word('topology.dcs.may-lose', here, dcs.members.length, dcs.mayLose));
    this.#count.classList.toggle('tone-warning', dcs.mayLose === 0);
    setText(this.#revision, word('topology.dcs.revision', dcs.revision));
    this.element.classList.toggle('out-of-sight', dcs.outOfSight);
    this.#tick();
  }

  /** @param {import('./scene.js').Dcs} dcs */
  #draw(dcs) {
    this.#dots.setAttribute('width', String(dcs.members.length * 18));
    this.#dots.setAttribute('aria-label', dcs.members
      .map((one) => word('named', one.name, word('topology.dcs.' + one.state))).join(', '));
    this.#dots.replaceChildren(...dcs.members.map((one, i) => {
      const group = svg('g', {class: 'topo-strip-dot ' + one.state});
      const x = i * 18 + 8;
      const title = svg('title');
      title.textContent = word('named', one.name, word('topology.dcs.' + one.state));
      group.append(title, svg('circle', {cx: x, cy: 8, r: 5}));
      if (one.state === 'leaderless') {
        const ask = svg('text', {x, y: 11.5, 'text-anchor': 'middle'});
        setText(ask, '?');
        group.append(ask);
      }
      if (one.state === 'away') group.append(svg('path', {d: `M${x - 5} 13 L${x + 5} 3`}));
      return group;
    }));
  }

  #tick() {
    const dcs = this.#dcs;
    if (!dcs) return;
    const told = lastSeen(dcs.name);
    const seenAt = told === null ? dcs.seenAt : Math.max(told, dcs.seenAt ?? 0);
    if (seenAt === null) {
      setText(this.#seen, word('topology.dcs.never-seen'));
      return;
    }
    const age = Math.max(0, serverNow() - seenAt);
    setText(this.#seen, word('topology.dcs.seen', ago(age)));
    this.#seen.classList.toggle('tone-warning', age > 5000 && age <= 30_000);
    this.#seen.classList.toggle('tone-critical', age > 30_000);
  }

  remove() {
    this.#ends.forEach((end) => end());
  }
}
