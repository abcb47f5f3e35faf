const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `5 minutes ago` or, without suffix, `5 minutes`. `now` is in milliseconds since the epoch. */
export const timeAgo = (date: Date, now: number, withSuffix = true): string => {
  const past = Math.max(0, now - date.getTime());
  const unit = UNITS.find(([, size]) => past >= size);
  if (unit === undefined) {
    return withSuffix ? 'Just now' : 'less than a minute';
  }
  const count = Math.floor(past / unit[1]);
  const text = `${count} ${unit[0]}${count === 1 ? '' : 's'}`;
  return withSuffix ? `${text} ago` : text;
};
