// The console's browser code: registers the custom elements of every page.
import './clock.js';
import './glyphs.js';
import './age.js';
import './topology/topology.js';
