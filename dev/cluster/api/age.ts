const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const pair = (ms: number, big: number, bigUnit: string, small: number, smallUnit: string): string => {
  const rest = Math.floor((ms % big) / small);
  return `${Math.floor(ms / big)}${bigUnit}${rest === 0 ? '' : `${rest}${smallUnit}`}`;
};

/** A duration in milliseconds as `kubectl get` prints ages: 45s, 2m10s, 35m, 3h4m, 30h, 3d12h, 90d, 2y30d, 9y. */
export const humanDuration = (ms: number): string => {
  if (ms < -SECOND) {
    return '<invalid>';
  }
  if (ms < 0) {
    return '0s';
  }
  if (ms < 2 * MINUTE) {
    return `${Math.floor(ms / SECOND)}s`;
  }
  if (ms < 10 * MINUTE) {
    return pair(ms, MINUTE, 'm', SECOND, 's');
  }
  if (ms < 3 * HOUR) {
    return `${Math.floor(ms / MINUTE)}m`;
  }
  if (ms < 8 * HOUR) {
    return pair(ms, HOUR, 'h', MINUTE, 'm');
  }
  if (ms < 2 * DAY) {
    return `${Math.floor(ms / HOUR)}h`;
  }
  if (ms < 8 * DAY) {
    return pair(ms, DAY, 'd', HOUR, 'h');
  }
  if (ms < 2 * 365 * DAY) {
    return `${Math.floor(ms / DAY)}d`;
  }
  if (ms < 8 * 365 * DAY) {
    return pair(ms, 365 * DAY, 'y', DAY, 'd');
  }
  return `${Math.floor(ms / (365 * DAY))}y`;
};

/** The age of a timestamp; `<unknown>` for none, as kubectl has it. */
export const ageOf = (time: string | null | undefined, now = Date.now()): string => {
  const parsed = Date.parse(time ?? '');
  return Number.isNaN(parsed) ? '<unknown>' : humanDuration(now - parsed);
};
