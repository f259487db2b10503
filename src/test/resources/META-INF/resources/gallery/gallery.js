// One drawing of a made-up cluster: ?scene=healthy&lang=fr. `window.show(name)` shows another one.
import {scenes} from './scenes.js';

const query = new URLSearchParams(location.search);
const lang = query.get('lang') ?? 'en';
document.documentElement.lang = lang;
document.documentElement.dataset.serverNow = String(Date.now());
const data = document.createElement('script');
data.type = 'application/json';
data.id = 'bascule-words';
data.textContent = await (await fetch('words?lang=' + lang)).text();
document.head.append(data);
await import('/ui/bascule.js');
const drawing = document.createElement('bascule-topology');
document.body.append(drawing);
window.scenes = scenes;
window.show = (name) => { drawing.scene = scenes(Date.now())[name]; };
window.asked = [];
drawing.addEventListener('bascule-ask', (event) => window.asked.push(event.detail.name));
window.show(query.get('scene') ?? 'healthy');
document.body.dataset.ready = '';
