// Numbers, sizes, ages and times as ui/Formats.java writes them.
import {language, word} from './words.js';

const NBSP = '\u00a0';
const POWERS = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

/** @param {number} value @param {number} digits */
const number = (value, digits) =>
  new Intl.NumberFormat(language(), {maximumFractionDigits: digits}).format(value);

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
  return (bytes < 0 ? '−' : '') + number(value, power > 0 && value < 9.95 ? 1 : 0) + NBSP + unit;
}

/**
 * A length of time by its largest units: "0.4 s", "8 s", "3 min", "2 h 05", "4 d".
 * @param {number} millis
 */
export function length(millis) {
  const positive = Math.max(0, millis);
  if (positive < 950) {
    return new Intl.NumberFormat(language(), {minimumFractionDigits: 1, maximumFractionDigits: 1})
      .format(positive / 1000) + NBSP + 's';
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
  const clock = new Intl.DateTimeFormat(language() === 'fr' ? 'fr' : 'en-GB', {
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'}).format(date);
  return sameDay ? clock : day(date) + ' ' + clock;
}

/** Day, time and zone. @param {number} at */
export function full(at) {
  const date = new Date(at);
  const clock = new Intl.DateTimeFormat(language() === 'fr' ? 'fr' : 'en-GB', {
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
    timeZoneName: 'short'}).format(date);
  return day(date) + ' ' + clock;
}

/** @param {Date} date */
function day(date) {
  const y = date.getFullYear();
  const m = String(date.getMonth() + 1).padStart(2, '0');
  const d = String(date.getDate()).padStart(2, '0');
  return language() === 'fr' ? `${d}/${m}/${y}` : `${y}-${m}-${d}`;
}
