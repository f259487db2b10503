// The order in which members are read aloud, walked by keyboard and listed on a narrow screen: the
// leader, then those it feeds, each followed by those fed by it. Pure.
import {byHome} from './scene.js';

/**
 * @param {import('./scene.js').Scene} scene
 * @returns {{name: string, level: number, parent: string|null}[]} level 1 is the leader
 */
export function sequence(scene) {
  const byName = new Map(scene.members.map((one) => [one.name, one]));
  /** @type {{name: string, level: number, parent: string|null}[]} */
  const order = [];
  const met = new Set();
  /** @param {string} name @param {number} level @param {string|null} parent */
  const add = (name, level, parent) => {
    if (met.has(name)) return;
    met.add(name);
    order.push({name, level, parent});
    for (const child of [...scene.members].sort(byHome)) {
      if (child.name !== name && child.edge?.from === name && name !== scene.leader) {
        add(child.name, level + 1, name);
      }
    }
  };
  if (scene.leader !== null && byName.has(scene.leader)) {
    met.add(scene.leader);
    order.push({name: scene.leader, level: 1, parent: null});
  }
  const below = scene.leader === null ? 1 : 2;
  for (const member of [...scene.members].sort(byHome)) {
    const from = member.edge?.from ?? null;
    if (from === null || from === scene.leader || !byName.has(from)) {
      add(member.name, below, scene.leader);
    }
  }
  for (const member of scene.members) add(member.name, below, scene.leader);
  return order;
}

/**
 * On a narrow screen, the lines that pass by each member on their way to others further down: by
 * name, the level of the line and the member it leads to next.
 * @param {{name: string, level: number, parent: string|null}[]} order
 * @returns {Map<string, {level: number, to: string}[]>}
 */
export function rails(order) {
  const at = new Map(order.map((one, i) => [one.name, i]));
  /** @type {Map<string, {level: number, to: string}[]>} */
  const passing = new Map(order.map((one) => [one.name, []]));
  order.forEach((one, i) => {
    const parent = one.parent === null ? -1 : at.get(one.parent) ?? -1;
    if (parent < 0) return;
    for (let j = parent + 1; j < i; j++) {
      const here = passing.get(order[j].name) ?? [];
      if (!here.some((rail) => rail.level === one.level)) here.push({level: one.level, to: one.name});
    }
  });
  return passing;
}
