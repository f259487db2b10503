// <bascule-glyph name="crown">: the console's drawn signs, one shape a meaning. All are drawn on a
// 16 × 16 grid with the text's colour; `glyph(name)` gives the same shape to the topology drawing.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Each shape is a list of [element, attributes]. "line" shapes are stroked, "fill" shapes filled.
 * @type {Record<string, Array<[string, Record<string, string|number>]>>}
 */
const SHAPES = {
  'crown': [['path', {d: 'M2.2 12.6 1.4 4.6l3.9 3L8 2.6l2.7 5 3.9-3-.8 8z', class: 'fill'}]],
  'dashed-crown': [['path', {d: 'M2.6 12.4 1.8 5l3.5 2.7L8 3l2.7 4.7L14.2 5l-.8 7.4z', class: 'line', 'stroke-dasharray': '2.2 1.4'}]],
  'double-ring': [['circle', {cx: 8, cy: 8, r: 6, class: 'line'}], ['circle', {cx: 8, cy: 8, r: 2.9, class: 'line'}]],
  'ring': [['circle', {cx: 8, cy: 8, r: 5.2, class: 'line'}]],
  'square': [['rect', {x: 3.4, y: 3.4, width: 9.2, height: 9.2, rx: 1, class: 'fill'}]],
  'dot': [['circle', {cx: 8, cy: 8, r: 3.2, class: 'fill'}]],
  'half-ring': [['path', {d: 'M8 2.6a5.4 5.4 0 0 1 0 10.8', class: 'line'}], ['circle', {cx: 8, cy: 8, r: 5.4, class: 'line faint'}]],
  'triangle': [['path', {d: 'M8 2.2 14.6 13.6H1.4z', class: 'line'}], ['path', {d: 'M8 6.4v3.2M8 11.4v.6', class: 'line'}]],
  'octagon': [['path', {d: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z', class: 'fill'}], ['path', {d: 'M8 4.6v4M8 10.8v.7', class: 'line cut'}]],
  'dashed-ring': [['circle', {cx: 8, cy: 8, r: 6, class: 'line', 'stroke-dasharray': '2.4 2'}], ['path', {d: 'M6.3 6.6a1.7 1.7 0 1 1 2.3 1.6c-.4.2-.6.4-.6.9v.2M8 11.1v.2', class: 'line thin'}]],
  'lock': [['rect', {x: 3.2, y: 7, width: 9.6, height: 6.8, rx: 1.4, class: 'fill'}], ['path', {d: 'M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2', class: 'line'}]],
  'check': [['path', {d: 'M2.8 8.6 6.4 12 13.2 4.4', class: 'line'}]],
  'cross': [['path', {d: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4', class: 'line'}]],
  'pause': [['path', {d: 'M5.6 3.4v9.2M10.4 3.4v9.2', class: 'line thick'}]],
  'clock': [['circle', {cx: 8, cy: 8, r: 5.8, class: 'line'}], ['path', {d: 'M8 4.6V8l2.4 1.6', class: 'line'}]],
  'restart': [['path', {d: 'M12.6 5.2A5.4 5.4 0 1 0 13.4 8', class: 'line'}], ['path', {d: 'M13.2 2.2v3.4H9.8', class: 'line'}]],
  'fleet': [['circle', {cx: 8, cy: 3.6, r: 2, class: 'line'}], ['circle', {cx: 3.4, cy: 12.2, r: 2, class: 'line'}], ['circle', {cx: 12.6, cy: 12.2, r: 2, class: 'line'}], ['path', {d: 'M8 5.6v2.2M3.4 10.2V9.4q0-1.6 1.6-1.6h6q1.6 0 1.6 1.6v.8', class: 'line'}]],
  'changes': [['path', {d: 'M2.4 5.2h9.4M9 2.4l2.8 2.8L9 8M13.6 10.8H4.2M7 8l-2.8 2.8L7 13.6', class: 'line'}]],
  'infrastructure': [['rect', {x: 2, y: 2.4, width: 12, height: 4.6, rx: 1.2, class: 'line'}], ['rect', {x: 2, y: 9, width: 12, height: 4.6, rx: 1.2, class: 'line'}], ['path', {d: 'M4.6 4.7h.1M4.6 11.3h.1', class: 'line thick'}]],
  'audit': [['path', {d: 'M4.4 1.8h5l2.8 2.8v9.6H4.4z', class: 'line'}], ['path', {d: 'M6.4 7h3.6M6.4 9.4h3.6M6.4 11.8h2', class: 'line'}]],
  'admin': [['path', {d: 'M2 5h7M13 5h1M2 11h1M7 11h7', class: 'line'}], ['circle', {cx: 11, cy: 5, r: 1.8, class: 'line'}], ['circle', {cx: 5, cy: 11, r: 1.8, class: 'line'}]],
  'bell': [['path', {d: 'M3 11.4h10c-1-1-1.4-2-1.4-4.4a3.6 3.6 0 0 0-7.2 0c0 2.4-.4 3.4-1.4 4.4zM6.8 13.6h2.4', class: 'line'}]],
  'search': [['circle', {cx: 7, cy: 7, r: 4.4, class: 'line'}], ['path', {d: 'M10.4 10.4 14 14', class: 'line'}]],
  'person': [['circle', {cx: 8, cy: 5, r: 2.6, class: 'line'}], ['path', {d: 'M2.8 13.6c.6-2.8 2.6-4.2 5.2-4.2s4.6 1.4 5.2 4.2', class: 'line'}]],
  'theme': [['circle', {cx: 8, cy: 8, r: 5.6, class: 'line'}], ['path', {d: 'M8 2.4a5.6 5.6 0 0 1 0 11.2z', class: 'fill'}]],
  'copy': [['rect', {x: 5.4, y: 5.4, width: 8, height: 8, rx: 1.2, class: 'line'}], ['path', {d: 'M10.6 5.4V3.8q0-1.2-1.2-1.2H3.8q-1.2 0-1.2 1.2v5.6q0 1.2 1.2 1.2h1.6', class: 'line'}]],
  'out': [['path', {d: 'M7 3.4H3.4v9.2h9.2V9M9.4 2.6h4v4M13.2 2.8 7.6 8.4', class: 'line'}]],
};

/**
 * An SVG group with the shape, on its 16 × 16 grid.
 * @param {string} name
 * @returns {SVGGElement}
 */
export function glyph(name) {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', `glyph glyph-${name}`);
  for (const [tag, attributes] of SHAPES[name] ?? SHAPES['dashed-ring']) {
    const shape = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
    group.append(shape);
  }
  return group;
}

/** The names there are. */
export const glyphNames = Object.keys(SHAPES);

class Glyph extends HTMLElement {
  static observedAttributes = ['name'];

  connectedCallback() {
    this.#draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#draw();
  }

  #draw() {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('focusable', 'false');
    svg.append(glyph(this.getAttribute('name') ?? ''));
    this.replaceChildren(svg);
  }
}

customElements.define('bascule-glyph', Glyph);
