// A member's card: role bar and icon, name, state, lag with its age, badges; or, when the member is
// absent, since when and what it was. 200 × 112, compact 200 × 72.
import {everySecond, serverNow} from '../clock.js';
import {ago, bytes, full, time} from '../formats.js';
import {lastSeen} from '../sights.js';
import {word} from '../words.js';
import {cutInTheMiddle, el, icon, setAttribute, setIcon, setText} from './dom.js';
import {roleGlyph, roleWord, stateLook} from './looks.js';

const BADGES_SHOWN = 3;
/** Room for the name in px, and a monospaced letter's width at 13 px. */
const NAME_ROOM = 148;
/** Room for badges in px, and what a badge takes besides its letters, and a letter's width. */
const BADGE_ROOM = 172;
const BADGE_FRAME = 16;
const BADGE_LETTER = 5.7;

let letter = 0;

/** How wide a letter of the name's face is, measured once. */
function letterWidth() {
  if (letter === 0) {
    const context = document.createElement('canvas').getContext('2d');
    if (context) {
      const face = getComputedStyle(document.documentElement).getPropertyValue('--b-mono');
      context.font = `600 13px ${face || 'monospace'}`;
      letter = context.measureText('0').width;
    }
    letter ||= 7.9;
  }
  return letter;
}

export class Card {
  /** @type {import('./scene.js').Member} */
  member;
  /** Where the figures come from. @type {{dcs: string, loopWait: number}} */
  source = {dcs: '', loopWait: 0};
  #icon = icon('ring');
  #name = el('span', 'topo-name');
  #host = el('span', 'topo-host');
  #dcs = el('span', 'topo-dcs-mark', 'etcd');
  #stateIcon = icon('dot');
  #state = el('span', 'topo-state-word');
  #timeline = el('span', 'topo-timeline');
  #lag = el('span', 'topo-lag');
  #age = el('span', 'topo-age');
  #badges = el('div', 'topo-line topo-badges');
  #verdict = el('div', 'topo-verdict');
  #whole = el('div', 'topo-whole');
  #feed = el('span', 'topo-feed');
  #entry = el('span', 'topo-entry');
  #rails = el('div', 'topo-rails');
  #stateLine = el('div', 'topo-line topo-state', this.#stateIcon, this.#state, this.#dcs, this.#timeline);
  #end;

  /** @param {import('./scene.js').Member} member */
  constructor(member) {
    this.member = member;
    this.element = el('div', 'topo-card',
      el('div', 'topo-line topo-title', this.#icon, this.#name, this.#host),
      this.#stateLine,
      el('div', 'topo-line topo-lags', this.#lag, this.#age),
      this.#badges,
      el('div', 'topo-line topo-inside', this.#feed, this.#entry),
      this.#verdict,
      this.#rails,
      this.#whole);
    this.element.setAttribute('role', 'treeitem');
    this.element.tabIndex = -1;
    this.element.dataset.member = member.name;
    this.#dcs.title = word('topology.dcs-here');
    this.#whole.setAttribute('aria-hidden', 'true');
    this.#end = everySecond(() => this.#tick());
    this.show(member, '');
  }

  /**
   * Shows what is true now.
   * @param {import('./scene.js').Member} member
   * @param {''|'itself'|'hand'} verdicts whether it says if it can take over: by itself, or by hand
   */
  show(member, verdicts) {
    this.member = member;
    const classes = ['topo-card', 'role-' + member.role];
    if (member.absent) classes.push('absent');
    if (member.absent?.writable === 'yes') classes.push('tone-critical', 'writable');
    else if (member.severity) classes.push('tone-' + member.severity);
    if (verdicts && !suits(member, verdicts)) classes.push('unsuitable');
    // what drag and focus set stays
    for (const kept of ['dragged', 'crowned']) {
      if (this.element.classList.contains(kept)) classes.push(kept);
    }
    if (this.element.className !== classes.join(' ')) this.element.className = classes.join(' ');

    setIcon(this.#icon, roleGlyph(member));
    const host = member.host ?? '';
    const room = NAME_ROOM;
    const fits = Math.floor(room / letterWidth());
    const cut = cutInTheMiddle(member.name, Math.max(5, fits));
    setText(this.#name, cut);
    const left = Math.floor((room - cut.length * letterWidth() - 10) / (letterWidth() * 0.85));
    setText(this.#host, host && left > 5 ? cutInTheMiddle(host, left) : '');
    setText(this.#whole, host ? `${member.name} · ${host}` : member.name);
    this.element.toggleAttribute('data-cut', cut !== member.name || (host !== '' && left < [...host].length));
    this.#dcs.hidden = !member.dcsHere || member.absent !== null;

    const look = member.absent ? absence(member) : stateLook(member);
    setIcon(this.#stateIcon, look.glyph);
    setText(this.#state, look.text);
    setAttribute(this.#stateLine, 'data-tone', look.tone);
    setText(this.#timeline, member.timeline === null || member.absent ? '' : word('topology.tl', member.timeline));
    this.#showLag();
    this.#showBadges();
    this.#showVerdict(verdicts);
    this.#tick();
  }

  #showLag() {
    const member = this.member;
    if (member.absent) {
      const role = roleWord(member.absent.lastRole);
      const text = member.absent.writable === 'yes' ? word('topology.writable')
        : member.absent.writable === 'unknown' && member.absent.lastRole.includes('leader')
          ? word('topology.writable-unknown') : word('topology.was', role);
      setText(this.#lag, text);
      setAttribute(this.#lag, 'title', null);
      return;
    }
    if (member.role === 'leader' || member.role === 'standby_leader') {
      setText(this.#lag, member.lsn ?? '');
      setAttribute(this.#lag, 'title', member.lsn ? word('topology.lsn') : null);
      return;
    }
    const receive = bytes(member.receiveLag);
    const replay = bytes(member.replayLag);
    setText(this.#lag, receive === replay ? receive : `${receive} / ${replay}`);
    setAttribute(this.#lag, 'title', word('topology.lags', exact(member.receiveLag), exact(member.replayLag)));
  }

  #showBadges() {
    const {badges} = this.member;
    const shown = fitting(badges);
    const more = badges.length - shown.length;
    const key = JSON.stringify(badges);
    if (this.#badges.dataset.shows === key) return;
    this.#badges.dataset.shows = key;
    this.#badges.replaceChildren(...shown.map((badge) => {
      const chip = el('span', 'topo-badge' + (badge.tone ? ' tone-' + badge.tone : ''), badge.text);
      chip.dataset.code = badge.code;
      return chip;
    }));
    if (more > 0) {
      const chip = el('span', 'topo-badge', '+' + more);
      chip.title = badges.slice(shown.length).map((badge) => badge.text).join(', ');
      this.#badges.append(chip);
    }
  }

  /** @param {''|'itself'|'hand'} verdicts */
  #showVerdict(verdicts) {
    const member = this.member;
    this.#verdict.hidden = verdicts === '' || member.absent !== null;
    if (this.#verdict.hidden) return;
    const can = suits(member, verdicts);
    const reasons = verdicts === 'hand' ? member.reasonsByHand : member.reasons;
    const text = can ? word('topology.can') : reasons[0] ?? word('topology.cannot');
    const more = can ? 0 : reasons.length - 1;
    const key = can + text + more;
    if (this.#verdict.dataset.shows === key) return;
    this.#verdict.dataset.shows = key;
    this.#verdict.replaceChildren(icon(can ? 'check' : 'cross'), text + (more > 0 ? ` +${more}` : ''));
    this.#verdict.title = reasons.join('\n');
  }

  /**
   * Until when the figures held, at least: a node writes its key only when something changed, and
   * looks every loop_wait; so while its lease lives, silence means that nothing changed.
   * @param {number} at
   */
  #heldUntil(at) {
    const {dcs, loopWait} = this.source;
    const seen = lastSeen(dcs);
    return seen === null ? at : Math.max(at, seen - loopWait);
  }

  /** What changes by itself: ages. */
  #tick() {
    const member = this.member;
    const leads = member.role === 'leader' || member.role === 'standby_leader';
    let text = '';
    if (member.absent) {
      text = '';
    } else if (member.at !== null && (leads ? member.lsn !== null : true)) {
      text = ago(serverNow() - this.#heldUntil(member.at));
    }
    setText(this.#age, text);
    setAttribute(this.#age, 'title', member.at === null ? null : full(member.at));
  }

  /**
   * What only a narrow screen shows inside the card: how it is fed, the entry point, and the lines
   * that pass by.
   * @param {string} feed @param {string} entry @param {{level: number, kind: string}[]} rails
   * @param {number} level
   */
  showInside(feed, entry, rails, level) {
    setText(this.#feed, feed);
    setText(this.#entry, entry);
    this.element.toggleAttribute('data-inside', feed !== '' || entry !== '');
    const key = JSON.stringify([rails, level]);
    if (this.#rails.dataset.shows === key) return;
    this.#rails.dataset.shows = key;
    this.#rails.replaceChildren(...rails.map((rail) => {
      const line = el('div', 'topo-rail');
      line.dataset.edge = rail.kind;
      line.style.insetInlineStart = `${(rail.level - level) * 16 - 14}px`;
      return line;
    }));
  }

  /** Stops ticking and leaves the page. */
  remove() {
    this.#end();
    this.element.remove();
  }
}

/**
 * The first badges that fit, at most three, at least one.
 * @param {import('./scene.js').Badge[]} badges
 */
function fitting(badges) {
  let taken = 0;
  let count = 0;
  for (const badge of badges.slice(0, BADGES_SHOWN)) {
    taken += BADGE_FRAME + [...badge.text].length * BADGE_LETTER;
    const rest = badges.length - count - 1;
    if (count > 0 && taken + (rest > 0 ? 26 : 0) > BADGE_ROOM) break;
    count++;
  }
  return badges.slice(0, count);
}

/** @param {import('./scene.js').Member} member @param {string} verdicts */
const suits = (member, verdicts) => (verdicts === 'hand' ? member.canByHand : member.canTakeOver);

/** @param {number|null} count */
const exact = (count) => (count === null ? '?' : word('topology.bytes', new Intl.NumberFormat(document.documentElement.lang || 'en').format(count)));

/** @param {import('./scene.js').Member} member */
function absence(member) {
  const {since, writable} = /** @type {import('./scene.js').Absence} */ (member.absent);
  const text = since === null ? word('topology.absent')
    : word('topology.absent-since', time(since, serverNow()));
  return {
    glyph: writable === 'yes' ? 'octagon' : 'triangle',
    tone: writable === 'yes' ? 'critical' : 'warning',
    text,
  };
}
