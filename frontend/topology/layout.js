// Where everything stands: pure geometry, no DOM. Places depend on who is expected (site, name,
// whom they replicate from) and on the width alone; never on state, lag or who leads.
import {byHome} from './scene.js';

export const STRIP_HEIGHT = 40;
export const CARD_WIDTH = 200;
export const CARD_HEIGHT = 112;
export const COMPACT_HEIGHT = 72;
export const GAP_ACROSS = 24;
export const GAP_DOWN = 48;
export const INDENT = 16;
export const BUS_ABOVE = 16;
export const MOST_COLUMNS = 5;
export const COMPACT_FROM = 7;
export const CROWD_OVER = 12;
export const DEEPEST = 3;

export const SEAT_PADDING = 8;
export const SEAT_CAPTION = 30;
const WAITING = 40;
const SOURCE_HEIGHT = 56;
const FRAME_PADDING = 12;
const FRAME_TOP = 36;
const CROWD_ROW = 44;

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {Box & {name: string, depth: number, row: number, blockLeft: number, more: number}} Home
 * @typedef {{top: number, bus: number, gutters: number[]}} Row
 * @typedef {Box & {site: string}} Frame
 * @typedef {Object} Places
 * @property {number} width
 * @property {number} height
 * @property {boolean} compact
 * @property {boolean} crowd more members than are drawn one by one
 * @property {Box} waiting where the entry point waits when nobody holds it
 * @property {Box|null} source
 * @property {Box} seat the whole seat
 * @property {Box} throne where the leader's card lies inside the seat
 * @property {Frame[]} frames
 * @property {Map<string, Home>} homes by member name
 * @property {Row[]} rows
 * @property {(Box & {site: string|null, names: string[]})[]} counts one a site, in a crowd
 */

/**
 * Columns that fit.
 * @param {number} width @param {number} [deepest] levels of cascading
 */
export function columns(width, deepest = 0) {
  const pitch = CARD_WIDTH + GAP_ACROSS + INDENT * deepest;
  return Math.max(1, Math.min(MOST_COLUMNS, Math.floor((width + GAP_ACROSS) / pitch)));
}

/**
 * @typedef {{name: string, site: string|null, parent: string|null}} Expected
 * @typedef {{name: string, depth: number, dy: number, more: number}} Cell
 * @typedef {{site: string|null, cells: Cell[], depth: number, height: number}} Block
 */

/**
 * A member and those below it, as one block.
 * @param {Expected} root
 * @param {Map<string, Expected[]>} children
 * @param {number} cardHeight
 * @returns {Block}
 */
function block(root, children, cardHeight) {
  /** @type {Cell[]} */
  const cells = [];
  let next = 0;
  let deepest = 0;
  /** @param {Expected} member @param {number} depth @returns {number} how many are below it */
  const add = (member, depth) => {
    /** @type {Cell} */
    const cell = {name: member.name, depth, dy: next, more: 0};
    cells.push(cell);
    next += cardHeight + GAP_DOWN;
    deepest = Math.max(deepest, depth);
    let below = 0;
    for (const child of children.get(member.name) ?? []) {
      below += 1 + (depth < DEEPEST ? add(child, depth + 1) : count(child));
    }
    if (depth === DEEPEST) cell.more = below;
    return below;
  };
  /** @param {Expected} member @returns {number} */
  const count = (member) =>
    (children.get(member.name) ?? []).reduce((sum, child) => sum + 1 + count(child), 0);
  add(root, 0);
  return {site: root.site, cells, depth: deepest, height: next - GAP_DOWN};
}

/**
 * Who stands in the first line, and who under whom. A parent that isn't expected, or a circle of
 * parents, makes a member stand in the first line.
 * @param {Expected[]} members
 */
function family(members) {
  const byName = new Map(members.map((one) => [one.name, one]));
  /** @param {Expected} member */
  const circular = (member) => {
    const met = new Set([member.name]);
    let at = member;
    while (at.parent !== null && byName.has(at.parent)) {
      if (met.has(at.parent)) return true;
      met.add(at.parent);
      at = /** @type {Expected} */ (byName.get(at.parent));
    }
    return false;
  };
  /** @type {Expected[]} */
  const roots = [];
  /** @type {Map<string, Expected[]>} */
  const children = new Map();
  for (const member of [...members].sort(byHome)) {
    if (member.parent === null || !byName.has(member.parent) || circular(member)) {
      roots.push(member);
    } else {
      children.set(member.parent, [...(children.get(member.parent) ?? []), member]);
    }
  }
  return {roots, children};
}

/**
 * All places for these members and this width.
 * @param {Expected[]} members
 * @param {number} width
 * @param {{source?: boolean, opened?: string[]}} [options] `opened`: sites shown one by one in a crowd
 * @returns {Places}
 */
export function place(members, width, options = {}) {
  const compact = members.length >= COMPACT_FROM;
  const cardHeight = compact ? COMPACT_HEIGHT : CARD_HEIGHT;
  const centre = width / 2;
  let y = STRIP_HEIGHT;
  const waiting = {x: centre - 110, y: y + 9, width: 220, height: 24};
  y += WAITING;
  /** @type {Box|null} */
  let source = null;
  if (options.source) {
    source = {x: centre - CARD_WIDTH / 2, y, width: CARD_WIDTH, height: SOURCE_HEIGHT};
    y += SOURCE_HEIGHT + GAP_DOWN;
  }
  const seat = {
    x: centre - CARD_WIDTH / 2 - SEAT_PADDING,
    y,
    width: CARD_WIDTH + 2 * SEAT_PADDING,
    height: CARD_HEIGHT + 2 * SEAT_PADDING + SEAT_CAPTION,
  };
  const throne = {
    x: seat.x + SEAT_PADDING, y: seat.y + SEAT_PADDING, width: CARD_WIDTH, height: CARD_HEIGHT};
  y += seat.height;

  /** @type {Places} */
  const places = {
    width, height: 0, compact, crowd: members.length > CROWD_OVER, waiting, source, seat, throne,
    frames: [], homes: new Map(), rows: [], counts: []};
  places.height = places.crowd
    ? crowd(places, members, y, options.opened ?? [])
    : homes(places, members, y, cardHeight);
  return places;
}

/**
 * Home places in rows, framed by site when there is more than one.
 * @param {Places} places @param {Expected[]} members @param {number} from @param {number} cardHeight
 * @returns {number} the height of it all
 */
function homes(places, members, from, cardHeight) {
  const {roots, children} = family(members);
  const blocks = roots.map((root) => block(root, children, cardHeight));
  const deepest = blocks.reduce((most, one) => Math.max(most, one.depth), 0);
  const pitch = CARD_WIDTH + GAP_ACROSS + INDENT * deepest;
  const blockWidth = pitch - GAP_ACROSS;
  const sites = [...new Set(blocks.map((one) => one.site ?? ''))];
  const framed = sites.length > 1;
  const usable = places.width - (framed ? 2 * FRAME_PADDING : 0);
  const perRow = columns(usable, deepest);

  /** @type {Block[][][]} bands of groups of blocks: the groups of a band stand side by side */
  let bands;
  const groups = sites.map((site) => blocks.filter((one) => (one.site ?? '') === site));
  const together = groups.reduce((sum, group) => sum + group.length * pitch, 0)
    - GAP_ACROSS + 2 * FRAME_PADDING + (groups.length - 1) * 2 * FRAME_PADDING;
  if (framed && together <= places.width && blocks.length <= MOST_COLUMNS) {
    bands = [groups];
  } else {
    bands = groups.flatMap((group) => rowsOf(group, perRow).map((row) => [row]));
  }

  let y = from;
  let previous = '';
  bands.forEach((band, index) => {
    const site = band[0][0].site ?? '';
    const opensFrame = framed && (band.length > 1 || site !== previous);
    previous = site;
    y += opensFrame ? (index === 0 ? 18 : 24) + FRAME_TOP : GAP_DOWN;
    const height = Math.max(...band.flat().map((one) => one.height));
    const inner = band.reduce((sum, group) => sum + group.length * pitch - GAP_ACROSS, 0);
    const between = GAP_ACROSS + 2 * FRAME_PADDING;
    let x = (places.width - inner - (band.length - 1) * between) / 2;
    /** @type {number[]} */
    const gutters = [x - GAP_ACROSS / 2 - (framed ? FRAME_PADDING : 0)];
    for (const group of band) {
      const left = x;
      for (const one of group) {
        for (const cell of one.cells) {
          places.homes.set(cell.name, {
            name: cell.name, depth: cell.depth, row: index, blockLeft: x, more: cell.more,
            x: x + INDENT * cell.depth, y: y + cell.dy, width: CARD_WIDTH, height: cardHeight});
        }
        x += pitch;
        if (one !== group[group.length - 1]) gutters.push(x - GAP_ACROSS / 2);
      }
      const right = x - GAP_ACROSS;
      if (framed) {
        frame(places, group[0].site ?? '', left, right, y, height, opensFrame);
      }
      x = right + between;
      if (group !== band[band.length - 1]) gutters.push(right + between / 2);
    }
    gutters.push(x - between + GAP_ACROSS / 2 + (framed ? FRAME_PADDING : 0));
    places.rows.push({top: y, bus: y - BUS_ABOVE, gutters});
    y += height;
    const next = bands[index + 1];
    const closes = framed && (!next || (next[0][0].site ?? '') !== site || band.length > 1);
    if (closes) y += FRAME_PADDING;
  });
  return y + 16 + (blockWidth > places.width ? 0 : 0);
}

/** @param {Block[]} group @param {number} perRow */
function rowsOf(group, perRow) {
  /** @type {Block[][]} */
  const rows = [];
  for (let i = 0; i < group.length; i += perRow) rows.push(group.slice(i, i + perRow));
  return rows;
}

/**
 * Begins the frame of a site, or lets it grow by a row.
 * @param {Places} places @param {string} site @param {number} left @param {number} right
 * @param {number} top @param {number} height @param {boolean} opens
 */
function frame(places, site, left, right, top, height, opens) {
  const last = places.frames[places.frames.length - 1];
  if (opens || !last) {
    places.frames.push({
      site, x: left - FRAME_PADDING, y: top - FRAME_TOP,
      width: right - left + 2 * FRAME_PADDING, height: height + FRAME_TOP + FRAME_PADDING});
    return;
  }
  const x = Math.min(last.x, left - FRAME_PADDING);
  last.width = Math.max(last.x + last.width, right + FRAME_PADDING) - x;
  last.x = x;
  last.height = top + height + FRAME_PADDING - last.y;
}

/**
 * One row of counts a site; an opened one has its members' homes below it.
 * @param {Places} places @param {Expected[]} members @param {number} from @param {string[]} opened
 * @returns {number}
 */
function crowd(places, members, from, opened) {
  const sorted = [...members].sort(byHome);
  const sites = [...new Set(sorted.map((one) => one.site))];
  const width = Math.min(places.width, MOST_COLUMNS * (CARD_WIDTH + GAP_ACROSS) - GAP_ACROSS);
  const x = (places.width - width) / 2;
  const perRow = columns(width);
  let y = from + GAP_DOWN;
  sites.forEach((site, index) => {
    const names = sorted.filter((one) => one.site === site).map((one) => one.name);
    places.counts.push({site, names, x, y, width, height: CROWD_ROW});
    places.rows.push({top: y, bus: y - BUS_ABOVE, gutters: [x - GAP_ACROSS / 2]});
    y += CROWD_ROW;
    if (opened.includes(site ?? '')) {
      names.forEach((name, i) => {
        const column = i % perRow;
        const inRow = Math.min(perRow, names.length - (i - column));
        const left = (places.width - inRow * (CARD_WIDTH + GAP_ACROSS) + GAP_ACROSS) / 2;
        places.homes.set(name, {
          name, depth: 0, row: index, blockLeft: left, more: 0,
          x: left + column * (CARD_WIDTH + GAP_ACROSS),
          y: y + 12 + Math.floor(i / perRow) * (COMPACT_HEIGHT + 12),
          width: CARD_WIDTH, height: COMPACT_HEIGHT});
      });
      y += 12 + Math.ceil(names.length / perRow) * (COMPACT_HEIGHT + 12);
    }
    y += BUS_ABOVE + 16;
  });
  return y;
}
