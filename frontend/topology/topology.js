// <bascule-topology>: a cluster as it is now. Property `scene` (see scene.js) is the only input, set
// anew whenever something changed. Events: `bascule-ask` {name} when a switchover to a member is
// asked for by drop, key or menu; `bascule-open` {name} to look at a member. Draws the DCS strip, the
// leader's seat, everyone's home, the edges between them and the entry point; under 640 px a spine.
import {everySecond, serverNow} from '../clock.js';
import {length} from '../formats.js';
import {word} from '../words.js';
import {Card} from './cards.js';
import {Crowd} from './crowd.js';
import {dragToSeat} from './drag.js';
import {el, setAttribute, setBox, setText} from './dom.js';
import {edgeLabel, Edges} from './edges.js';
import {makeReachable, walkByKeyboard} from './keyboard.js';
import {place} from './layout.js';
import {Menu} from './menu.js';
import {allowMotion, crossFade} from './motion.js';
import {Pills} from './pills.js';
import {Seat} from './seat.js';
import {rails, sequence} from './sequence.js';
import {describe, news} from './speech.js';
import {Strip} from './strip.js';
import {traffic} from './traffic.js';

/** Below this width the drawing is a spine. */
const NARROW = 640;

/** @typedef {import('./scene.js').Scene} Scene */

class Topology extends HTMLElement {
  /** @type {Scene|null} */
  #scene = null;
  /** @type {import('./layout.js').Places|null} */
  #places = null;
  #width = 0;
  /** @type {Map<string, Card>} */
  #cards = new Map();
  /** @type {Map<string, HTMLElement>} */
  #ghosts = new Map();
  /** @type {''|'itself'|'hand'} */
  #verdicts = '';
  /** @type {ResizeObserver|null} */
  #observer = null;
  /** @type {(() => void)[]} */
  #ends = [];

  #strip = new Strip();
  #edges = new Edges();
  #seat = new Seat();
  #pills = new Pills();
  #menu = new Menu();
  #crowd = new Crowd(() => this.#draw(false));
  #frames = el('div', 'topo-frames');
  #homes = el('div', 'topo-homes');
  #tree = el('div', 'topo-tree');
  #source = el('div', 'topo-source');
  #beside = el('div', 'topo-beside');
  #live = el('div', 'visually-hidden');
  #dragging = () => false;

  constructor() {
    super();
    this.#tree.setAttribute('role', 'tree');
    this.#live.setAttribute('role', 'status');
    this.#live.setAttribute('aria-live', 'assertive');
    walkByKeyboard(this.#tree, {
      order: () => this.#order(),
      cardOf: (name) => this.#cards.get(name)?.element ?? null,
      open: (name) => this.#openMenu(name),
      ask: (name) => this.#ask(name),
    });
    this.#dragging = dragToSeat(this, {
      mayDrag: (name) => !this.#narrow() && (this.#scene?.mayAsk ?? false) && name !== this.#scene?.leader,
      picked: (name) => this.#picked(name),
      overSeat: (name, over) => this.#seat.element.classList.toggle('over', over && this.#suits(name)),
      dropped: (name, onSeat) => this.#dropped(name, onSeat),
      seat: () => this.#seat.element.getBoundingClientRect(),
      clicked: (card, at) => {
        const here = this.getBoundingClientRect();
        this.#openMenu(card.dataset.member ?? '', {x: at.x - here.left, y: at.y - here.top});
      },
    });
  }

  connectedCallback() {
    // the page may have set the property before this class was known
    if (Object.hasOwn(this, 'scene')) {
      const {scene} = this;
      delete this.scene;
      this.scene = scene;
    }
    this.replaceChildren(this.#strip.element, this.#frames, this.#edges.element, this.#homes,
      this.#source, this.#seat.element, this.#crowd.element, this.#tree, this.#pills.element,
      this.#beside, this.#menu.element, this.#live);
    this.#observer = new ResizeObserver(() => {
      const width = Math.floor(this.clientWidth);
      if (width > 0 && width !== this.#width) {
        this.#width = width;
        this.#draw(false);
      }
    });
    this.#observer.observe(this);
    this.#width = Math.floor(this.clientWidth);
    this.#ends.push(everySecond(() => this.#tick()), traffic(this.#edges.element));
    this.#draw(false);
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.#ends.forEach((end) => end());
    this.#ends = [];
  }

  /** @param {Scene|null} scene */
  set scene(scene) {
    const before = this.#scene;
    this.#scene = scene;
    if (scene) {
      // words first, motion after
      const said = news(before, scene);
      if (said) setText(this.#live, said);
    }
    this.#draw(before !== null, before);
  }

  get scene() {
    return this.#scene;
  }

  /** The places of the last drawing, for tests. */
  get places() {
    return this.#places;
  }

  #narrow() {
    return this.#width > 0 && this.#width < NARROW;
  }

  /** @param {boolean} lively whether this follows a fact @param {Scene|null} [before] */
  #draw(lively, before = null) {
    const scene = this.#scene;
    if (!scene || !this.isConnected || this.#width === 0) return;
    this.setAttribute('aria-label', word('topology.label', scene.cluster));
    this.#tree.setAttribute('aria-label', word('topology.label', scene.cluster));
    const narrow = this.#narrow();
    this.classList.toggle('narrow', narrow);
    const places = place(scene.members, Math.max(this.#width, 240),
      {source: scene.source !== null, opened: [...this.#crowd.opened]});
    this.#places = places;
    this.classList.toggle('compact', places.compact);
    this.classList.toggle('crowded', places.crowd);
    this.style.height = narrow ? '' : places.height + 'px';

    if (lively && before) this.#move(before, scene);
    this.#verdicts = this.#dragging() ? 'hand' : scene.leader === null ? 'itself' : '';
    this.#strip.show(scene.dcs);
    this.#seat.show(scene);
    this.#seat.place(places);
    this.#showFrames(places, narrow);
    this.#showSource(scene, places);
    this.#showCards(scene);
    this.#showGhosts(scene, places, narrow);
    if (places.crowd) this.#crowd.show(scene, places);
    else this.#crowd.element.replaceChildren();
    if (!narrow) this.#edges.show(scene, places);
    this.#pills.show(narrow ? null : scene.entry, places, (name) => this.#boxOf(name));
    this.#tick();
  }

  /** @param {Scene} before @param {Scene} after */
  #move(before, after) {
    if (after.change?.caughtUpAfter && before.leader !== after.leader) {
      crossFade(this);
      return;
    }
    if (before.leader === after.leader) return;
    allowMotion(this, {
      goesHome: before.leader === null ? null : this.#cards.get(before.leader)?.element ?? null,
      rises: after.leader === null ? null : this.#cards.get(after.leader)?.element ?? null,
    });
  }

  /** Where a member's card lies. @param {string} name @returns {import('./layout.js').Box|null} */
  #boxOf(name) {
    const places = this.#places;
    if (!places || !this.#scene) return null;
    return name === this.#scene.leader ? places.throne : places.homes.get(name) ?? null;
  }

  #order() {
    const scene = this.#scene;
    return scene ? sequence(scene).filter((one) => this.#boxOf(one.name) !== null) : [];
  }

  /** @param {Scene} scene */
  #showCards(scene) {
    const order = this.#order();
    const levels = new Map(order.map((one) => [one.name, one.level]));
    const shown = new Set(order.map((one) => one.name));
    const passing = this.#narrow() ? rails(order) : new Map();
    const kinds = new Map(scene.members.map((one) => [one.name, one.edge ? edgeClass(one) : 'unknown']));
    for (const member of scene.members) {
      if (!shown.has(member.name)) continue;
      let card = this.#cards.get(member.name);
      if (!card) {
        card = new Card(member);
        this.#cards.set(member.name, card);
      }
      card.source = {dcs: scene.dcs.name, loopWait: scene.loopWait};
      card.show(member, member.name === scene.leader ? '' : this.#verdicts);
      const {element} = card;
      const home = this.#boxOf(member.name);
      if (home && !element.classList.contains('dragged')) setBox(element, home);
      element.classList.toggle('seated', member.name === scene.leader);
      const level = levels.get(member.name) ?? 1;
      setAttribute(element, 'aria-level', String(level));
      setAttribute(element, 'aria-label', describe(member));
      element.style.setProperty('--level', String(level));
      setAttribute(element, 'data-edge', member.edge ? edgeClass(member) : null);
      const held = scene.entry !== null && scene.entry.holders.includes(member.name);
      card.showInside(edgeLabel(member),
        held && scene.entry ? `${scene.entry.kind} ${scene.entry.address}` : '',
        (passing.get(member.name) ?? []).map((/** @type {{level: number, to: string}} */ rail) => (
          {level: rail.level, kind: kinds.get(rail.to) ?? 'unknown'})), level);
    }
    for (const [name, card] of this.#cards) {
      if (!shown.has(name)) {
        card.remove();
        this.#cards.delete(name);
      }
    }
    this.#arrange(order.map((one) => one.name));
  }

  /** Puts the cards into the order of reading, touching only what isn't. @param {string[]} names */
  #arrange(names) {
    const focused = this.#tree.contains(document.activeElement) ? document.activeElement : null;
    const wanted = names.map((name) => /** @type {Card} */ (this.#cards.get(name)).element);
    if (wanted.some((element, i) => this.#tree.children[i] !== element)) {
      this.#tree.replaceChildren(...wanted);
      if (focused instanceof HTMLElement) focused.focus({preventScroll: true});
    }
    if (!this.#tree.querySelector('[tabindex="0"]') && wanted[0]) makeReachable(this.#tree, wanted[0]);
  }

  /** @param {Scene} scene @param {import('./layout.js').Places} places @param {boolean} narrow */
  #showGhosts(scene, places, narrow) {
    const wanted = new Set(!narrow && scene.leader !== null && places.homes.has(scene.leader) ? [scene.leader] : []);
    for (const [name, ghost] of this.#ghosts) {
      if (!wanted.has(name)) {
        ghost.remove();
        this.#ghosts.delete(name);
      }
    }
    for (const name of wanted) {
      let ghost = this.#ghosts.get(name);
      if (!ghost) {
        ghost = el('div', 'topo-ghost', el('span', 'topo-name', name));
        ghost.title = name;
        this.#ghosts.set(name, ghost);
        this.#homes.append(ghost);
      }
      setBox(ghost, /** @type {import('./layout.js').Home} */ (places.homes.get(name)));
    }
    const more = [...places.homes.values()].filter((home) => home.more > 0 && !narrow);
    for (const chip of this.#homes.querySelectorAll('.topo-more')) chip.remove();
    for (const home of more) {
      const chip = el('div', 'topo-more', word('topology.more', home.more));
      chip.style.transform = `translate(${home.x + 16}px, ${home.y + home.height + 6}px)`;
      this.#homes.append(chip);
    }
  }

  /** @param {import('./layout.js').Places} places @param {boolean} narrow */
  #showFrames(places, narrow) {
    const key = narrow ? '' : JSON.stringify(places.frames);
    if (this.#frames.dataset.shows === key) return;
    this.#frames.dataset.shows = key;
    this.#frames.replaceChildren(...(narrow ? [] : places.frames).map((frame) => {
      const box = el('div', 'topo-frame', el('span', 'topo-frame-name', frame.site || word('topology.crowd.no-site')));
      setBox(box, frame);
      return box;
    }));
  }

  /** @param {Scene} scene @param {import('./layout.js').Places} places */
  #showSource(scene, places) {
    this.#source.hidden = scene.source === null;
    if (scene.source === null || places.source === null) return;
    setBox(this.#source, places.source);
    const key = JSON.stringify(scene.source);
    if (this.#source.dataset.shows === key) return;
    this.#source.dataset.shows = key;
    const label = el(scene.source.link ? 'a' : 'span', 'topo-name', scene.source.label);
    if (scene.source.link && label instanceof HTMLAnchorElement) label.href = scene.source.link;
    this.#source.replaceChildren(el('div', 'topo-source-title', word('topology.source')), label);
  }

  #suits(/** @type {string} */ name) {
    return this.#scene?.members.find((one) => one.name === name)?.canByHand ?? false;
  }

  /** @param {string} name */
  #picked(name) {
    this.#menu.close(false);
    const member = this.#scene?.members.find((one) => one.name === name);
    if (!member || !this.#scene) return;
    this.classList.add('picking');
    for (const card of this.#cards.values()) {
      if (card.member.name !== this.#scene.leader) card.show(card.member, 'hand');
    }
    this.#seat.open(member.canByHand ? word('topology.drop', name)
      : word('topology.drop.refused', name, member.reasonsByHand[0] ?? word('topology.cannot')), !member.canByHand);
  }

  /** @param {string} name @param {boolean} onSeat */
  #dropped(name, onSeat) {
    this.classList.remove('picking');
    this.#seat.open(null);
    this.#seat.element.classList.remove('over');
    this.#draw(false);
    if (onSeat && this.#suits(name)) this.#ask(name);
  }

  /** @param {string} name */
  #ask(name) {
    if (!this.#scene?.mayAsk || name === this.#scene.leader) return;
    this.dispatchEvent(new CustomEvent('bascule-ask', {bubbles: true, detail: {name}}));
  }

  /** @param {string} name @param {{x: number, y: number}} [at] */
  #openMenu(name, at) {
    const scene = this.#scene;
    const card = this.#cards.get(name);
    if (!scene || !card) return;
    const {member, element} = card;
    const here = this.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const place = at ?? {x: box.left - here.left + 12, y: box.bottom - here.top - 4};
    /** @type {{label: string, why?: string, run?: () => void}[]} */
    const items = [];
    if (name !== scene.leader && scene.mayAsk) {
      items.push(member.canByHand
        ? {label: word('topology.ask', name), run: () => this.#ask(name)}
        : {label: word('topology.ask', name), why: member.reasonsByHand.join(' · ') || word('topology.cannot'), run: () => this.#ask(name)});
    }
    items.push({label: word('topology.open'), run: () => this.dispatchEvent(
      new CustomEvent('bascule-open', {bubbles: true, detail: {name}}))});
    items.push({label: word('topology.copy'), run: () => void navigator.clipboard?.writeText(name)});
    this.#menu.open(element, place, items);
  }

  /** Beside the seat: the interruption, counting while it lasts, and how the change came about. */
  #tick() {
    const scene = this.#scene;
    const places = this.#places;
    if (!scene || !places) return;
    /** @type {string[]} */
    const lines = [];
    const {interruption, change} = scene;
    if (interruption) {
      const until = interruption.until ?? serverNow();
      lines.push(word(interruption.measured ? 'topology.interrupted' : 'topology.leaderless', length(until - interruption.since)));
      if (interruption.until === null) window.setTimeout(() => this.#tick(), 100);
    }
    if (change?.outside) lines.push(word('topology.outside'));
    if (change?.caughtUpAfter) lines.push(word('topology.caught-up', length(change.caughtUpAfter)));
    if (scene.intent?.scheduledAt) {
      lines.push(word('topology.scheduled', length(scene.intent.scheduledAt - serverNow())));
    }
    const key = lines.join('\n');
    if (this.#beside.dataset.shows !== key) {
      this.#beside.dataset.shows = key;
      this.#beside.replaceChildren(...lines.map((line) => el('div', '', line)));
    }
    this.#beside.style.transform =
      `translate(${places.seat.x + places.seat.width + 20}px, ${places.seat.y + 12}px)`;
  }
}

/** @param {import('./scene.js').Member} member */
function edgeClass(member) {
  const kind = member.edge?.kind ?? 'unknown';
  return kind === 'streaming' && member.role === 'sync_standby' ? 'sync' : kind;
}

customElements.define('bascule-topology', Topology);
