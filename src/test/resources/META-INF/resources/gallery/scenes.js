// Made-up scenes in every state that the drawing knows.

/** @param {number} now */
export function scenes(now) {
  const member = (name, changes = {}) => ({
    name, host: null, site: null, parent: null, role: 'replica', state: 'streaming', stateText: 'streaming',
    timeline: 3, lsn: null, receiveLag: 0, replayLag: 0, at: now - 4000, absent: null, unreadable: false,
    badges: [], dcsHere: true, edge: {from: null, kind: 'streaming', since: null, label: null},
    canTakeOver: true, reasons: [], canByHand: changes.canTakeOver ?? true, reasonsByHand: changes.reasons ?? [],
    severity: null, ...changes});
  const leader = (name, changes = {}) => member(name, {
    role: 'leader', state: 'running', stateText: 'running', lsn: '0/3051B58', receiveLag: null, replayLag: null,
    edge: null, canTakeOver: false, ...changes});
  const dcs = {
    name: 'lab', members: [{name: 'srv-pg1', state: 'leader'}, {name: 'srv-pg2', state: 'follower'},
      {name: 'srv-pg3', state: 'follower'}], mayLose: 1, revision: 48213, seenAt: now - 400, outOfSight: false};
  const scene = (members, changes = {}) => ({
    cluster: 'maincluster', leader: members.find((one) => one.role.endsWith('leader') && !one.absent)?.name ?? null,
    standby: false, members, seat: {emptySince: null, lockUntil: null, paused: false}, source: null,
    entry: {kind: 'VIP', address: '10.10.0.100', holders: ['srv-pg1'], nobodySince: null}, dcs,
    sync: {mode: 'off', strict: false, need: 0, of: 0}, intent: null, interruption: null, change: null,
    loopWait: 10000, mayAsk: true, ...changes});
  const edge = (kind, changes = {}) => ({from: null, kind, since: null, label: null, ...changes});
  const three = () => [leader('srv-pg1'), member('srv-pg2'), member('srv-pg3', {receiveLag: 319488, replayLag: 1258291})];
  const many = (count, changes = () => ({})) => Array.from({length: count}, (_, i) =>
    i === 0 ? leader('srv-pg01') : member(`srv-pg${String(i + 1).padStart(2, '0')}`, changes(i)));

  return {
    healthy: scene(three()),
    switched: scene([member('srv-pg1', {timeline: 4}), leader('srv-pg2', {timeline: 4}), member('srv-pg3', {timeline: 4})], {
      entry: {kind: 'VIP', address: '10.10.0.100', holders: ['srv-pg2'], nobodySince: null},
      interruption: {since: now - 5400, until: now - 4000, measured: true}, change: {outside: true, caughtUpAfter: null}}),
    asked: scene(three(), {intent: {from: 'srv-pg1', to: 'srv-pg2', scheduledAt: null}}),
    between: scene([member('srv-pg1', {state: 'stopped', stateText: 'stopped', edge: edge('broken', {since: now - 1000})}),
      member('srv-pg2'), member('srv-pg3')], {
      leader: null, seat: {emptySince: now - 1000, lockUntil: null, paused: false},
      intent: {from: 'srv-pg1', to: 'srv-pg2', scheduledAt: null}, interruption: {since: now - 1000, until: null, measured: true},
      entry: {kind: 'VIP', address: '10.10.0.100', holders: [], nobodySince: now - 900}}),
    sync: scene([leader('srv-pg1'), member('srv-pg2', {role: 'sync_standby'}), member('srv-pg3', {
      badges: [{code: 'nofailover', text: 'nofailover', tone: null}], canTakeOver: false, reasons: ['tag nofailover']})],
    {sync: {mode: 'sync', strict: false, need: 1, of: 1}}),
    strict: scene([leader('srv-pg1'), member('srv-pg2', {role: 'sync_standby'}), member('srv-pg3', {role: 'sync_standby'})],
      {sync: {mode: 'sync', strict: true, need: 2, of: 2}}),
    quorum: scene([leader('srv-pg1'), member('srv-pg2', {role: 'quorum_standby'}), member('srv-pg3', {role: 'quorum_standby'}),
      member('srv-pg4')], {sync: {mode: 'quorum', strict: false, need: 1, of: 2}}),
    empty: scene([member('srv-pg1', {absent: {since: now - 12000, lastRole: 'leader', writable: 'no'}, edge: null,
      canTakeOver: false, reasons: ['absent'], timeline: 3}), member('srv-pg2'),
    member('srv-pg3', {receiveLag: 20971520, replayLag: 20971520, canTakeOver: false,
      reasons: ['lag 20 MB over the limit of 1 MB', 'nofailover']})],
    {leader: null, seat: {emptySince: now - 12000, lockUntil: now + 9000, paused: false},
      entry: {kind: 'VIP', address: '10.10.0.100', holders: [], nobodySince: now - 12000}}),
    absent: scene([member('srv-pg1', {absent: {since: now - 5000000, lastRole: 'leader', writable: 'no'}, edge: null,
      canTakeOver: false, reasons: ['absent'], severity: 'warning'}), leader('srv-pg2', {timeline: 4}), member('srv-pg3', {timeline: 4})],
    {entry: {kind: 'VIP', address: '10.10.0.100', holders: ['srv-pg2'], nobodySince: null}}),
    writable: scene([member('srv-pg1', {absent: {since: now - 45000, lastRole: 'leader', writable: 'yes'}, edge: null,
      canTakeOver: false, reasons: ['absent'], severity: 'critical'}), leader('srv-pg2', {timeline: 4}), member('srv-pg3', {timeline: 4})]),
    broken: scene([leader('srv-pg1', {badges: [{code: 'pending', text: 'pending restart', tone: 'warning'}]}),
      member('srv-pg2', {state: 'running', stateText: 'running', receiveLag: null, replayLag: null, at: null,
        edge: edge('broken', {since: now - 7200000}), severity: 'critical', canTakeOver: false, reasons: ['not streaming']}),
      member('srv-pg3', {badges: [{code: 'pending', text: 'pending restart', tone: 'warning'},
        {code: 'scheduled', text: 'restart at 03:00', tone: null}, {code: 'watchdog', text: 'watchdog', tone: null},
        {code: 'clone', text: 'clone source', tone: null}]})]),
    apart: scene([leader('srv-pg1', {timeline: 7}), member('srv-pg2', {timeline: 6, edge: edge('apart', {label: 'TL 6 ≠ 7'}),
      severity: 'critical', canTakeOver: false, reasons: ['timeline 6, the cluster is on 7']}),
    member('srv-pg3', {timeline: 7, state: 'archive', stateText: 'in archive recovery', edge: edge('archive')}),
    member('srv-pg4', {timeline: null, state: 'unknown', stateText: 'unknown', receiveLag: null, replayLag: null, at: null,
      edge: edge('unknown'), unreadable: true, canTakeOver: false, reasons: ['unreadable']})]),
    paused: scene(three(), {seat: {emptySince: null, lockUntil: null, paused: true}}),
    standby: scene([leader('dr-pg1', {role: 'standby_leader'}), member('dr-pg2'), member('dr-pg3', {
      state: 'busy', stateText: 'creating replica', receiveLag: null, replayLag: null, at: null})],
    {standby: true, source: {label: '10.20.0.100:5432', link: null, kind: 'streaming'}, entry: null}),
    cascade: scene([leader('srv-pg1', {site: null}), member('srv-pg2'),
      member('srv-pg3', {parent: 'srv-pg2', edge: edge('streaming', {from: 'srv-pg2'})}),
      member('srv-pg4', {parent: 'srv-pg3', edge: edge('streaming', {from: 'srv-pg3'})}),
      member('srv-pg5', {parent: 'srv-pg2', edge: edge('archive', {from: 'srv-pg2'}), state: 'archive', stateText: 'in archive recovery'})]),
    cascadeled: scene([member('srv-pg1'), leader('srv-pg2'),
      member('srv-pg3', {parent: 'srv-pg2', edge: edge('streaming', {from: 'srv-pg2'})}),
      member('srv-pg4', {parent: 'srv-pg3', edge: edge('streaming', {from: 'srv-pg3'})}),
      member('srv-pg5', {parent: 'srv-pg2', edge: edge('streaming', {from: 'srv-pg2'})})],
    {entry: {kind: 'VIP', address: '10.10.0.100', holders: ['srv-pg2'], nobodySince: null}}),
    sites: scene([leader('srv-pg1', {site: 'paris'}), member('srv-pg2', {site: 'paris', role: 'sync_standby'}),
      member('srv-pg3', {site: 'lyon'}), member('srv-pg4', {site: 'lyon'})], {sync: {mode: 'sync', strict: false, need: 1, of: 1}}),
    seven: scene(many(8, (i) => (i === 5 ? {edge: edge('broken', {since: now - 60000}), severity: 'critical'} : {}))),
    sitesseven: scene(many(11, (i) => ({site: i < 6 ? 'paris' : 'lyon'})).map((one, i) => (i === 0 ? {...one, site: 'paris'} : one))),
    crowd: scene(many(23, (i) => ({site: i < 12 ? 'paris' : 'lyon', role: i === 3 ? 'sync_standby' : 'replica',
      ...(i === 15 ? {absent: {since: now - 60000, lastRole: 'replica', writable: 'no'}, edge: null} : {}),
      ...(i === 17 ? {edge: edge('broken', {since: now - 60000}), severity: 'critical'} : {})}))
      .map((one, i) => (i === 0 ? {...one, site: 'paris'} : one))),
    twovips: scene(three(), {entry: {kind: 'VIP', address: '10.10.0.100', holders: ['srv-pg1', 'srv-pg3'], nobodySince: null}}),
    nobody: scene(three(), {entry: {kind: 'VIP', address: '10.10.0.100', holders: [], nobodySince: now - 22000},
      dcs: {...dcs, members: [{name: 'srv-pg1', state: 'leader'}, {name: 'srv-pg2', state: 'away'}, {name: 'srv-pg3', state: 'follower'}],
        mayLose: 0, seenAt: now - 7000, outOfSight: true}}),
    hostile: scene([leader('<img src=x onerror=alert(1)>'), member('a-very-long-member-name-of-a-host-in-some-domain.example.net', {
      host: '10.10.0.12', badges: [{code: 'x', text: '<script>alert(1)</script>', tone: null}]}),
    member('srv-pg2', {host: 'db2.example.net:5433', reasons: ['"><b>x</b>'], canTakeOver: false})], {cluster: '"><script>', entry: null}),
  };
}
