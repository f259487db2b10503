// Numbers, sizes, ages and times as ui/Formats.java writes them.
import {language, word} from './words.js';

const NBSP = '\u00a0';
const POWERS = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

/** Making one takes longer than a page full of ages may: each is made once per language. */
const made = new Map();

/** @template T @param {string} name @param {(locale: string) => T} make @returns {T} */
function format(name, make) {
  const locale = language() === 'fr' ? 'fr' : 'en-GB';
  const key = name + ' ' + locale;
  if (!made.has(key)) made.set(key, make(locale));
  return made.get(key);
}

/** @param {number} value @param {number} least @param {number} most digits after the point */
const number = (value, least, most) =>
  format('number ' + least + ' ' + most, (locale) => new Intl.NumberFormat(locale,
    {minimumFractionDigits: least, maximumFractionDigits: most})).format(value);

/** @param {Date} date @param {'short'} [zone] */
const clock = (date, zone) =>
  format('clock ' + zone, (locale) => new Intl.DateTimeFormat(locale, {
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
    timeZoneName: zone})).format(date);

/**
 * Bytes by powers of 1024: "312 kB", in French "312 ko"; "?" when not known.
 * @param {number|null|undefined} bytes
 */
export function bytes(bytes) {
  if (bytes === null || bytes === undefined) return '?';
  let value = Math.abs(bytes);
  let power = 0;
  while (value >= 999.5 && power < POWERS.length - 1) {
    value /= 1024;
    power++;
  }
  const unit = POWERS[power] + (language() === 'fr' ? 'o' : 'B');
  return (bytes < 0 ? '−' : '') + number(value, 0, power > 0 && value < 9.95 ? 1 : 0) + NBSP + unit;
}

/**
 * A length of time by its largest units: "0.4 s", "8 s", "3 min", "2 h 05", "4 d".
 * @param {number} millis
 */
export function length(millis) {
  const positive = Math.max(0, millis);
  if (positive < 950) {
    return number(positive / 1000, 1, 1) + NBSP + 's';
  }
  const seconds = Math.round(positive / 1000);
  if (seconds < 60) return seconds + NBSP + 's';
  if (seconds < 3600) return Math.floor(seconds / 60) + NBSP + 'min';
  if (seconds < 86400) {
    const minutes = String(Math.floor((seconds % 3600) / 60)).padStart(2, '0');
    return Math.floor(seconds / 3600) + NBSP + 'h' + NBSP + minutes;
  }
  return Math.floor(seconds / 86400) + NBSP + word('day');
}

/** "8 s ago". @param {number} millis */
export const ago = (millis) => word('ago', length(millis));

/** The time of day with seconds, and the day when it isn't today's. @param {number} at @param {number} now */
export function time(at, now) {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return sameDay ? clock(date) : day(date) + ' ' + clock(date);
}

/** Day, time and zone. @param {number} at */
export function full(at) {
  const date = new Date(at);
  return day(date) + ' ' + clock(date, 'short');
}

/** @param {Date} date */
function day(date) {
  const y = date.getFullYear();
  const m = String(date.getMonth() + 1).padStart(2, '0');
  const d = String(date.getDate()).padStart(2, '0');
  return language() === 'fr' ? `${d}/${m}/${y}` : `${y}-${m}-${d}`;
}
