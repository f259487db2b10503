// What is said: a sentence for every card, and the news for people who don't see the motion. Text
// changes before anything moves.
import {bytes, time} from '../formats.js';
import {serverNow} from '../clock.js';
import {word} from '../words.js';
import {roleWord, stateLook} from './looks.js';

/** The label of a card. @param {import('./scene.js').Member} member */
export function describe(member) {
  const parts = [member.name];
  if (member.host) parts.push(member.host);
  if (member.absent) {
    parts.push(member.absent.since === null ? word('topology.absent')
      : word('topology.absent-since', time(member.absent.since, serverNow())));
    parts.push(member.absent.writable === 'yes' ? word('topology.writable')
      : word('topology.was', roleWord(member.absent.lastRole)));
    return parts.join(', ');
  }
  parts.push(roleWord(member.role), stateLook(member).text);
  if (member.timeline !== null) parts.push(word('topology.tl', member.timeline));
  if (member.role !== 'leader' && member.role !== 'standby_leader') {
    parts.push(word('topology.lags', bytes(member.receiveLag), bytes(member.replayLag)));
  }
  parts.push(...member.badges.map((badge) => badge.text));
  return parts.join(', ');
}

/**
 * The news between two scenes, as sentences.
 * @param {import('./scene.js').Scene|null} before @param {import('./scene.js').Scene} after
 */
export function news(before, after) {
  if (!before || before.cluster !== after.cluster) return '';
  /** @type {string[]} */
  const said = [];
  if (after.change?.caughtUpAfter) return '';
  if (before.leader !== after.leader) {
    if (before.leader !== null && after.leader === null) {
      said.push(word('topology.news.left', before.leader));
    } else if (after.leader !== null) {
      const timeline = after.members.find((one) => one.name === after.leader)?.timeline ?? null;
      said.push(word('topology.news.leader', after.leader));
      if (timeline !== null) said.push(word('topology.tl', timeline));
      if (after.change?.outside) said.push(word('topology.outside'));
    }
  }
  const known = new Map(before.members.map((one) => [one.name, one]));
  for (const member of after.members) {
    const was = known.get(member.name);
    if (was && !was.absent && member.absent) said.push(word('topology.news.absent', member.name));
    if (was && was.absent && !member.absent) said.push(word('topology.news.back', member.name));
    if (was && was.absent?.writable !== 'yes' && member.absent?.writable === 'yes') {
      said.push(word('topology.news.writable', member.name));
    }
  }
  if (!before.seat.paused && after.seat.paused) said.push(word('topology.paused'));
  return said.join('. ');
}
