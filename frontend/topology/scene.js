// What the drawing is given: one plain value, made by the server from the cluster's state
// (topology.ui.Scene), complete each time. Everything is data; words are chosen here, in the
// reader's language, and names are only ever text. Moments are milliseconds of the server's clock.

/**
 * @typedef {Object} Scene
 * @property {string} cluster the cluster's name
 * @property {string|null} leader who holds the leader key
 * @property {boolean} standby whether this is a standby cluster
 * @property {Member[]} members everybody expected or seen
 * @property {Seat} seat
 * @property {Source|null} source where a standby cluster streams from
 * @property {Entry|null} entry the address that clients use
 * @property {Dcs} dcs
 * @property {Sync} sync
 * @property {Intent|null} intent a failover key that was seen
 * @property {Interruption|null} interruption of writes, measured
 * @property {Change|null} change how the newest leader change came about
 * @property {number} loopWait ms between two looks of a node: what its key says held until its last one
 * @property {boolean} mayAsk whether this person may ask for a switchover
 */

/**
 * @typedef {Object} Member
 * @property {string} name
 * @property {string|null} host only when it differs from the name
 * @property {string|null} site
 * @property {string|null} parent whom it is told to replicate from, by its tag; decides its home
 * @property {'leader'|'standby_leader'|'sync_standby'|'quorum_standby'|'replica'} role
 * @property {'running'|'streaming'|'archive'|'busy'|'stopped'|'failed'|'unknown'} state
 * @property {string} stateText Patroni's own word
 * @property {number|null} timeline
 * @property {string|null} lsn of a leader
 * @property {number|null} receiveLag bytes
 * @property {number|null} replayLag bytes
 * @property {number|null} at when these figures were true
 * @property {Absence|null} absent
 * @property {boolean} unreadable its key could not be read
 * @property {Badge[]} badges most important first
 * @property {boolean} dcsHere a DCS member lives on the same host
 * @property {Edge|null} edge how it is fed; null for a leader
 * @property {boolean} canTakeOver
 * @property {string[]} reasons why it can't, in the reader's language
 * @property {boolean} canByHand it could when a person asks: a pause alone doesn't matter then
 * @property {string[]} reasonsByHand why it couldn't even then
 * @property {string|null} severity 'warning' or 'critical' when something is wrong with it
 */

/**
 * @typedef {{since: number|null, lastRole: string, writable: 'yes'|'no'|'unknown'}} Absence
 * @typedef {{code: string, text: string, tone: string|null}} Badge
 * @typedef {Object} Edge
 * @property {string|null} from a member's name, or null for the seat
 * @property {'streaming'|'archive'|'broken'|'apart'|'unknown'} kind
 * @property {number|null} since of a broken edge
 * @property {string|null} label such as "TL 6 ≠ 7"
 * @typedef {{emptySince: number|null, lockUntil: number|null, paused: boolean}} Seat
 * @typedef {{label: string, link: string|null, kind: 'streaming'|'archive'|'broken'|'unknown'}} Source
 * @typedef {{kind: string, address: string, holders: string[], nobodySince: number|null}} Entry
 * @typedef {Object} Dcs
 * @property {string} name
 * @property {{name: string, state: 'leader'|'follower'|'leaderless'|'away'}[]} members
 * @property {number|null} mayLose
 * @property {number} revision
 * @property {number|null} seenAt
 * @property {boolean} outOfSight
 * @typedef {{mode: 'off'|'sync'|'quorum', strict: boolean, need: number, of: number}} Sync
 * @typedef {{from: string|null, to: string|null, scheduledAt: number|null}} Intent
 * @typedef {{since: number, until: number|null, measured: boolean}} Interruption measured: of writes, else only
 *     of the leader's seat
 * @typedef {{outside: boolean, caughtUpAfter: number|null}} Change
 */

/**
 * Order of homes: by site, then by name, whatever the state; compared code unit by code unit so that
 * every browser agrees.
 * @param {{site: string|null, name: string}} a
 * @param {{site: string|null, name: string}} b
 */
export function byHome(a, b) {
  const left = a.site ?? '';
  const right = b.site ?? '';
  if (left !== right) return left < right ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * A short text that tells whether two scenes have the same places: who is expected, where, under
 * whom, and what stands above the seat.
 * @param {Scene} scene
 */
export function shapeOf(scene) {
  const homes = [...scene.members].sort(byHome).map((one) => [one.site, one.name, one.parent]);
  return JSON.stringify([homes, scene.source !== null]);
}
