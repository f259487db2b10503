// Small tools for building and updating elements. Data only ever becomes text or attributes.
import {glyph} from '../glyphs.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with a class and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} [className] @param {...(Node|string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/**
 * An SVG element with attributes.
 * @param {string} tag @param {Record<string, string|number>} [attributes]
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A glyph as an inline image that screen readers skip. @param {string} name */
export function icon(name) {
  const image = svg('svg', {viewBox: '0 0 16 16', class: 'topo-icon', 'aria-hidden': 'true'});
  image.dataset.glyph = name;
  image.append(glyph(name));
  return image;
}

/** Shows another glyph in the same place. @param {SVGElement} image @param {string} name */
export function setIcon(image, name) {
  if (image.dataset.glyph === name) return;
  image.dataset.glyph = name;
  image.replaceChildren(glyph(name));
}

/** Sets text only when it differs, so that nothing is announced or painted twice. */
export function setText(/** @type {Node} */ node, /** @type {string} */ text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets or removes an attribute only when it differs. */
export function setAttribute(/** @type {Element} */ element, /** @type {string} */ name,
  /** @type {string|null} */ value) {
  if (value === null) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** Puts an element at a box without touching its transition. */
export function setBox(/** @type {HTMLElement} */ element, /** @type {{x: number, y: number, width: number, height: number}} */ box) {
  const transform = `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`;
  if (element.style.transform !== transform) element.style.transform = transform;
  element.style.width = box.width + 'px';
  element.style.height = box.height + 'px';
}

/**
 * A name cut in the middle, so that both ends stay readable.
 * @param {string} name @param {number} most characters, at least 5
 */
export function cutInTheMiddle(name, most) {
  const letters = [...name];
  if (letters.length <= most) return name;
  const head = Math.ceil((most - 1) / 2);
  const tail = most - 1 - head;
  return letters.slice(0, head).join('') + '…' + letters.slice(letters.length - tail).join('');
}
