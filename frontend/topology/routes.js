// How edges run: pure geometry. Down from the seat, along a bus 16 px above each row, a drop into
// each card; from row to row through the gutter between columns that is nearest to the seat. No
// edge crosses a card.
import {BUS_ABOVE, GAP_ACROSS} from './layout.js';

/** @typedef {{x: number, y: number}} Point */

export const CORNER = 8;

/**
 * The way from the seat to a member's home.
 * @param {import('./layout.js').Places} places
 * @param {string} to
 * @returns {Point[]}
 */
export function fromSeat(places, to) {
  const home = places.homes.get(to);
  if (!home) return [];
  const way = toBus(places, home.row);
  const bus = places.rows[home.row].bus;
  if (home.depth > 0) {
    // its parent leads or is passed over: down the gutter left of the block
    const gutter = home.blockLeft - GAP_ACROSS / 2;
    way.push({x: gutter, y: bus}, {x: gutter, y: home.y - BUS_ABOVE});
  }
  const centre = home.x + home.width / 2;
  way.push({x: centre, y: home.y - BUS_ABOVE}, {x: centre, y: home.y});
  return tidy(way);
}

/**
 * The way from the seat down to the bus of a row.
 * @param {import('./layout.js').Places} places @param {number} row @returns {Point[]}
 */
export function toBus(places, row) {
  const start = places.seat.x + places.seat.width / 2;
  const way = [
    {x: start, y: places.seat.y + places.seat.height},
    {x: start, y: places.rows[0].bus},
  ];
  for (let i = 0; i < row; i++) {
    const gutter = nearest(places.rows[i].gutters, start);
    way.push({x: gutter, y: places.rows[i].bus}, {x: gutter, y: places.rows[i + 1].bus});
  }
  return way;
}

/**
 * The way from a member to one that replicates from it: down along the left of the indent.
 * @param {import('./layout.js').Places} places @param {string} from @param {string} to
 * @returns {Point[]}
 */
export function fromMember(places, from, to) {
  const parent = places.homes.get(from);
  const home = places.homes.get(to);
  if (!parent || !home) return [];
  const gutter = parent.x + INDENT_MIDDLE;
  const centre = home.x + home.width / 2;
  return tidy([
    {x: gutter, y: parent.y + parent.height},
    {x: gutter, y: home.y - BUS_ABOVE},
    {x: centre, y: home.y - BUS_ABOVE},
    {x: centre, y: home.y},
  ]);
}

const INDENT_MIDDLE = 8;

/** The way from a member's home up to the seat, for what is intended. Ends at the seat's side. */
export function toSeat(places, from) {
  return fromSeat(places, from).reverse();
}

/** The gutter nearest to the seat; of two, the left one. @param {number[]} gutters @param {number} x */
export function nearest(gutters, x) {
  return gutters.reduce((best, one) => (Math.abs(one - x) < Math.abs(best - x) ? one : best));
}

/** Removes points that lie on the way anyway. @param {Point[]} points */
export function tidy(points) {
  /** @type {Point[]} */
  const kept = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    if (last && same(last.x, point.x) && same(last.y, point.y)) continue;
    const before = kept[kept.length - 2];
    if (before && last
      && ((same(before.x, last.x) && same(last.x, point.x))
        || (same(before.y, last.y) && same(last.y, point.y)))) {
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

/** @param {number} a @param {number} b */
const same = (a, b) => Math.abs(a - b) < 0.01;

/**
 * A path with corners of 8 px (less where a leg is too short).
 * @param {Point[]} points
 */
export function rounded(points) {
  if (points.length === 0) return '';
  let path = `M${n(points[0].x)} ${n(points[0].y)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    const radius = Math.min(CORNER, distance(a, b) / 2, distance(b, c) / 2);
    const into = towards(b, a, radius);
    const out = towards(b, c, radius);
    path += `L${n(into.x)} ${n(into.y)}Q${n(b.x)} ${n(b.y)} ${n(out.x)} ${n(out.y)}`;
  }
  const end = points[points.length - 1];
  return path + `L${n(end.x)} ${n(end.y)}`;
}

/** The length of a way, corners not counted. @param {Point[]} points */
export function lengthOf(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += distance(points[i - 1], points[i]);
  return sum;
}

/** The way without its last `length` pixels. @param {Point[]} points @param {number} length */
export function without(points, length) {
  const last = points[points.length - 1];
  const before = points[points.length - 2];
  return [...points.slice(0, -1), towards(last, before, Math.min(length, distance(last, before)))];
}

/** A drop that zigzags from one point down to another. @param {Point} top @param {Point} bottom */
export function zigzag(top, bottom) {
  const teeth = 4;
  const step = (bottom.y - top.y) / teeth;
  let path = `M${n(top.x)} ${n(top.y)}`;
  for (let i = 0; i < teeth; i++) {
    const side = i % 2 === 0 ? 5 : -5;
    path += `L${n(top.x + side)} ${n(top.y + step * (i + 0.5))}`;
  }
  return path + `L${n(bottom.x)} ${n(bottom.y)}`;
}

/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** @param {Point} from @param {Point} to @param {number} by */
function towards(from, to, by) {
  const length = distance(from, to) || 1;
  return {x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length};
}

/** @param {number} value */
const n = (value) => Math.round(value * 100) / 100;
