// The edges: how every member is fed. Streaming is solid with a travelling dot, synchronous a double
// line, quorum an outline round all who take part, archive dotted, broken a gap that stays, a
// timeline apart a zigzag, unknown dashed with "?". They run in gutters only (routes.js).
import {serverNow} from '../clock.js';
import {time} from '../formats.js';
import {glyph} from '../glyphs.js';
import {word} from '../words.js';
import {setAttribute, setText, svg} from './dom.js';
import {BUS_ABOVE} from './layout.js';
import {fromMember, fromSeat, lengthOf, rounded, toBus, toSeat, without, zigzag} from './routes.js';

const MOST_DOTS = 12;
const GAP = 8;

/** @typedef {import('./scene.js').Member} Member */

/**
 * The words beside an edge; empty when the line says it all.
 * @param {Member} member
 */
export function edgeLabel(member) {
  const {edge} = member;
  switch (edge?.kind) {
    case 'broken':
      return edge.since === null ? word('topology.edge.broken')
        : word('topology.edge.broken-since', time(edge.since, serverNow()).replace(/:\d\d$/, ''));
    case 'apart':
      return edge.label ?? word('topology.edge.apart');
    case 'archive':
      return word('topology.edge.archive');
    case 'unknown':
      return '?';
    default:
      return member.role === 'sync_standby' ? word('topology.edge.sync') : '';
  }
}

export class Edges {
  #quorum = svg('g', {class: 'topo-quorum'});
  #lines = svg('g', {class: 'topo-lines'});
  #labels = svg('g', {class: 'topo-labels'});
  #intent = svg('g', {class: 'topo-intent'});
  /** @type {Map<string, {key: string, nodes: SVGElement[]}>} */
  #drawn = new Map();

  element = svg('svg', {class: 'topo-edges', 'aria-hidden': 'true'});

  constructor() {
    this.element.append(this.#quorum, this.#lines, this.#intent, this.#labels);
  }

  /**
   * @param {import('./scene.js').Scene} scene
   * @param {import('./layout.js').Places} places
   */
  show(scene, places) {
    setAttribute(this.element, 'width', String(places.width));
    setAttribute(this.element, 'height', String(places.height));
    const fed = scene.members.filter((one) => one.edge !== null && places.homes.has(one.name)
      && one.name !== scene.leader);
    const dots = fed.length <= MOST_DOTS;
    const kept = new Set();
    // doubles and broken ones last, so that a shared bus shows the stronger promise
    const rank = (/** @type {Member} */ one) => (sync(one) ? 1 : 0);
    for (const member of [...fed].sort((a, b) => rank(a) - rank(b))) {
      kept.add(member.name);
      this.#edge(member, scene, places, dots);
    }
    if (scene.source && places.source) {
      kept.add('\u0000source');
      this.#source(scene.source, places);
    }
    if (places.crowd) {
      for (const row of places.counts) {
        kept.add('\u0000row' + row.y);
        this.#row(places, row);
      }
    }
    for (const [name, {nodes}] of this.#drawn) {
      if (!kept.has(name)) {
        nodes.forEach((node) => node.remove());
        this.#drawn.delete(name);
      }
    }
    this.#showQuorum(scene, places);
    this.#showIntent(scene, places);
  }

  /**
   * @param {Member} member @param {import('./scene.js').Scene} scene
   * @param {import('./layout.js').Places} places @param {boolean} dots
   */
  #edge(member, scene, places, dots) {
    if (places.crowd) return;
    const edge = /** @type {import('./scene.js').Edge} */ (member.edge);
    const seated = edge.from === null || edge.from === scene.leader;
    const way = seated ? fromSeat(places, member.name) : fromMember(places, edge.from ?? '', member.name);
    if (way.length < 2) return;
    const label = edgeLabel(member);
    const strict = scene.sync.strict && sync(member);
    const key = JSON.stringify([edge, member.role, way, label, strict, dots]);
    const before = this.#drawn.get(member.name);
    if (before?.key === key) return;
    before?.nodes.forEach((node) => node.remove());

    /** @type {SVGElement[]} */
    const nodes = [];
    const group = svg('g', {class: `topo-edge ${edge.kind}${sync(member) ? ' sync' : ''}`});
    group.dataset.to = member.name;
    const end = way[way.length - 1];
    const path = rounded(way);
    switch (edge.kind) {
      case 'broken': {
        const top = {x: end.x, y: end.y - GAP};
        group.append(
          svg('path', {class: 'line', d: rounded(without(way, GAP))}),
          svg('path', {class: 'mark', d: `M${end.x - 6} ${top.y}H${end.x + 6}M${end.x - 6} ${end.y - 1}H${end.x + 6}`}));
        break;
      }
      case 'apart': {
        const top = {x: end.x, y: end.y - BUS_ABOVE};
        group.append(
          svg('path', {class: 'line', d: rounded(without(way, BUS_ABOVE))}),
          svg('path', {class: 'mark', d: zigzag(top, end)}));
        break;
      }
      default: {
        if (sync(member) && member.role === 'sync_standby') {
          group.append(svg('path', {class: 'line double', d: path}),
            svg('path', {class: 'line inside', d: path}));
        } else {
          group.append(svg('path', {class: 'line', d: path}));
        }
        group.append(svg('path', {class: 'arrow', d: `M${end.x - 4} ${end.y - 6}L${end.x} ${end.y - 0.5}L${end.x + 4} ${end.y - 6}`}));
        if (dots && edge.kind === 'streaming') {
          group.classList.add('dotted');
          const dot = svg('circle', {class: 'dot', r: 3});
          dot.style.offsetPath = `path("${path}")`;
          dot.dataset.way = lengthOf(way).toFixed(1);
          group.append(dot);
        }
      }
    }
    nodes.push(group);
    this.#lines.append(group);

    let x = end.x + 7;
    if (strict) {
      const lock = glyph('lock');
      lock.setAttribute('transform', `translate(${x}, ${end.y - 14}) scale(0.72)`);
      lock.classList.add('topo-lock');
      nodes.push(lock);
      this.#labels.append(lock);
      x += 14;
    }
    if (label) {
      const text = svg('text', {x, y: end.y - 5, class: `topo-label ${edge.kind}${sync(member) ? ' sync' : ''}`});
      setText(text, label);
      nodes.push(text);
      this.#labels.append(text);
    }
    this.#drawn.set(member.name, {key, nodes});
  }

  /** @param {import('./scene.js').Source} source @param {import('./layout.js').Places} places */
  #source(source, places) {
    const box = /** @type {import('./layout.js').Box} */ (places.source);
    const x = box.x + box.width / 2;
    const way = [{x, y: box.y + box.height}, {x, y: places.seat.y}];
    const key = JSON.stringify([source, way]);
    const before = this.#drawn.get('\u0000source');
    if (before?.key === key) return;
    before?.nodes.forEach((node) => node.remove());
    const group = svg('g', {class: `topo-edge ${source.kind}`});
    group.append(svg('path', {class: 'line', d: rounded(way)}),
      svg('path', {class: 'arrow', d: `M${x - 4} ${places.seat.y - 6}L${x} ${places.seat.y - 0.5}L${x + 4} ${places.seat.y - 6}`}));
    this.#lines.append(group);
    const nodes = [group];
    if (source.kind !== 'streaming') {
      const text = svg('text', {x: x + 8, y: places.seat.y - 20, class: 'topo-label ' + source.kind});
      setText(text, source.kind === 'archive' ? word('topology.edge.archive') : '?');
      this.#labels.append(text);
      nodes.push(text);
    }
    this.#drawn.set('\u0000source', {key, nodes});
  }

  /** @param {import('./layout.js').Places} places @param {import('./layout.js').Box & {site: string|null}} row */
  #row(places, row) {
    const index = places.counts.findIndex((one) => one.y === row.y);
    const way = [...toBus(places, index), {x: row.x + 28, y: row.y - BUS_ABOVE}, {x: row.x + 28, y: row.y}];
    const key = JSON.stringify(way);
    const name = '\u0000row' + row.y;
    if (this.#drawn.get(name)?.key === key) return;
    this.#drawn.get(name)?.nodes.forEach((node) => node.remove());
    const end = way[way.length - 1];
    const group = svg('g', {class: 'topo-edge streaming'});
    group.append(svg('path', {class: 'line', d: rounded(way)}),
      svg('path', {class: 'arrow', d: `M${end.x - 4} ${end.y - 6}L${end.x} ${end.y - 0.5}L${end.x + 4} ${end.y - 6}`}));
    this.#lines.append(group);
    this.#drawn.set(name, {key, nodes: [group]});
  }

  /**
   * The outline round the leader and the members of the quorum: their cards and the edges between
   * them, drawn wide and then narrower in the ground's colour, so that only one contour remains.
   * @param {import('./scene.js').Scene} scene @param {import('./layout.js').Places} places
   */
  #showQuorum(scene, places) {
    const members = scene.members.filter((one) => one.role === 'quorum_standby' && places.homes.has(one.name));
    const on = scene.sync.mode === 'quorum' && scene.leader !== null && members.length > 0 && !places.crowd;
    const boxes = on ? [places.seat, ...members.map((one) => /** @type {import('./layout.js').Home} */ (places.homes.get(one.name)))] : [];
    const ways = on ? members.map((one) => rounded(fromSeat(places, one.name))) : [];
    const text = on ? word('topology.quorum', scene.sync.need, scene.sync.of) : '';
    const key = JSON.stringify([boxes, ways, text]);
    if (this.#quorum.dataset.shows === key) return;
    this.#quorum.dataset.shows = key;
    this.#quorum.replaceChildren();
    if (!on) return;
    for (const [kind, grow, wide] of /** @type {[string, number, number][]} */ ([['outer', 5, 8], ['inner', 3.5, 5]])) {
      for (const way of ways) this.#quorum.append(svg('path', {class: kind, d: way, 'stroke-width': wide}));
      boxes.forEach((box, i) => this.#quorum.append(svg('rect', {
        class: kind + ' box', x: box.x - grow, y: box.y - grow, width: box.width + 2 * grow,
        height: box.height + 2 * grow, rx: (i === 0 ? 12 : 8) + grow})));
    }
    const label = svg('text', {
      class: 'topo-label sync', x: places.seat.x + places.seat.width / 2 + 12,
      y: places.seat.y + places.seat.height + 18});
    setText(label, text);
    this.#quorum.append(label);
  }

  /** What is asked for but not yet done: a dashed arrow from the candidate to the seat. */
  #showIntent(/** @type {import('./scene.js').Scene} */ scene, /** @type {import('./layout.js').Places} */ places) {
    const to = scene.intent?.scheduledAt === null ? scene.intent.to : null;
    const way = to !== null && to !== scene.leader && !places.crowd ? toSeat(places, to) : [];
    const key = JSON.stringify(way);
    if (this.#intent.dataset.shows === key) return;
    this.#intent.dataset.shows = key;
    this.#intent.replaceChildren();
    if (way.length < 2) return;
    const end = way[way.length - 1];
    this.#intent.append(svg('path', {class: 'way', d: rounded(way)}),
      svg('path', {class: 'head', d: `M${end.x - 6} ${end.y + 9}L${end.x} ${end.y}L${end.x + 6} ${end.y + 9}`}));
  }
}

/** @param {Member} member */
const sync = (member) => member.role === 'sync_standby' || member.role === 'quorum_standby';
