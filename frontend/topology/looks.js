// Which glyph, class and word stand for which role and state: one table for cards, menu and speech.
import {word} from '../words.js';

/** @type {Record<string, string>} */
const ROLES = {
  leader: 'crown',
  standby_leader: 'dashed-crown',
  sync_standby: 'double-ring',
  quorum_standby: 'double-ring',
  replica: 'ring',
};

/** @type {Record<string, string>} */
const STATES = {
  running: 'dot',
  streaming: 'dot',
  archive: 'dot',
  busy: 'half-ring',
  stopped: 'square',
  failed: 'octagon',
  unknown: 'dashed-ring',
};

/** @param {import('./scene.js').Member} member */
export const roleGlyph = (member) => (member.absent ? 'dashed-ring' : ROLES[member.role] ?? 'ring');

/** @param {string} role */
export const roleWord = (role) => word('topology.role.' + (role in ROLES ? role : 'replica'));

/**
 * What the state line says and how loudly.
 * @param {import('./scene.js').Member} member
 * @returns {{glyph: string, tone: string, text: string}}
 */
export function stateLook(member) {
  if (member.unreadable) {
    return {glyph: 'dashed-ring', tone: 'unknown', text: word('topology.unreadable')};
  }
  const glyph = STATES[member.state] ?? 'dashed-ring';
  const tones = {octagon: 'critical', 'half-ring': 'busy', 'dashed-ring': 'unknown', square: 'busy'};
  const tone = /** @type {Record<string, string>} */ (tones)[glyph] ?? 'quiet';
  return {glyph, tone, text: member.stateText};
}
