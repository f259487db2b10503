// The words that browser code needs, put into the page by the server in the reader's language.

/** @type {Record<string, string>} */
const words = (() => {
  const data = document.getElementById('bascule-words');
  try {
    return data ? JSON.parse(data.textContent ?? '{}') : {};
  } catch {
    return {};
  }
})();

/** The reader's language, "en" or "fr". */
export const language = () => document.documentElement.lang || 'en';

/**
 * A word with its {0}, {1}… filled in.
 * @param {string} key the part after "ui.browser."
 * @param {...(string|number)} args
 */
export function word(key, ...args) {
  const pattern = words[key] ?? key;
  return pattern.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)] ?? ''));
}
