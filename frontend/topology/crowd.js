// More than twelve members: one row of counts a site, that opens into compact cards.
import {word} from '../words.js';
import {el, icon, setAttribute, setBox} from './dom.js';
import {roleWord} from './looks.js';

/** In this order; the first that fits a member counts it. */
const KINDS = [
  {key: 'absent', glyph: 'triangle', tone: 'warning', is: (/** @type {Member} */ one) => one.absent !== null},
  {key: 'trouble', glyph: 'octagon', tone: 'critical', is: (/** @type {Member} */ one) => one.severity === 'critical' || one.edge?.kind === 'broken' || one.edge?.kind === 'apart'},
  {key: 'leader', glyph: 'crown', tone: 'leader', is: (/** @type {Member} */ one) => one.role === 'leader' || one.role === 'standby_leader'},
  {key: 'sync', glyph: 'double-ring', tone: 'sync', is: (/** @type {Member} */ one) => one.role === 'sync_standby' || one.role === 'quorum_standby'},
  {key: 'replica', glyph: 'ring', tone: 'replica', is: (/** @type {Member} */ _one) => true},
];

/** @typedef {import('./scene.js').Member} Member */

export class Crowd {
  element = el('div', 'topo-crowd');
  /** @type {Map<string, HTMLElement>} */
  #rows = new Map();
  /** Sites that are open. @type {Set<string>} */
  opened = new Set();
  #changed;

  /** @param {() => void} changed called when a site is opened or closed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {import('./scene.js').Scene} scene @param {import('./layout.js').Places} places */
  show(scene, places) {
    const byName = new Map(scene.members.map((one) => [one.name, one]));
    const kept = new Set();
    for (const place of places.counts) {
      const site = place.site ?? '';
      kept.add(site);
      const row = this.#row(site);
      setBox(row, place);
      const open = this.opened.has(site);
      setAttribute(row, 'aria-expanded', String(open));
      const members = place.names.map((name) => /** @type {Member} */ (byName.get(name))).filter(Boolean);
      const counts = KINDS.map((kind) => ({kind, count: 0}));
      for (const member of members) {
        const found = counts.find(({kind}) => kind.is(member));
        if (found) found.count++;
      }
      const key = JSON.stringify([site, open, counts.map((one) => one.count)]);
      if (row.dataset.shows === key) continue;
      row.dataset.shows = key;
      row.replaceChildren(
        el('span', 'topo-crowd-chevron', open ? '▾' : '▸'),
        el('span', 'topo-crowd-site', site || word('topology.crowd.no-site')),
        el('span', 'topo-crowd-total', word('topology.crowd.members', members.length)),
        ...counts.filter((one) => one.count > 0).map(({kind, count}) => el('span',
          'topo-crowd-count kind-' + kind.tone, icon(kind.glyph), `${count} ${label(kind.key)}`)));
    }
    for (const [site, row] of this.#rows) {
      if (!kept.has(site)) {
        row.remove();
        this.#rows.delete(site);
      }
    }
  }

  /** @param {string} site */
  #row(site) {
    let row = this.#rows.get(site);
    if (!row) {
      row = el('button', 'topo-crowd-row');
      /** @type {HTMLButtonElement} */ (row).type = 'button';
      row.addEventListener('click', () => {
        if (!this.opened.delete(site)) this.opened.add(site);
        this.#changed();
      });
      this.#rows.set(site, row);
      this.element.append(row);
    }
    return row;
  }
}

/** @param {string} key */
const label = (key) => (key === 'leader' ? roleWord(key) : word('topology.crowd.' + key));
