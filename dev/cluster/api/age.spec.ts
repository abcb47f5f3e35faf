import { describe, expect, it } from 'vitest';
import { ageOf, humanDuration } from './age';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('ages as kubectl prints them', () => {
  it.each([
    [-5, '<invalid>'],
    [0, '0s'],
    [119, '119s'],
    [2 * MINUTE, '2m'],
    [2 * MINUTE + 10, '2m10s'],
    [10 * MINUTE + 10, '10m'],
    [88 * MINUTE, '88m'],
    [3 * HOUR, '3h'],
    [3 * HOUR + 4 * MINUTE, '3h4m'],
    [30 * HOUR, '30h'],
    [2 * DAY, '2d'],
    [3 * DAY + 12 * HOUR, '3d12h'],
    [90 * DAY, '90d'],
    [2 * 365 * DAY + 30 * DAY, '2y30d'],
    [9 * 365 * DAY, '9y'],
  ])('%i s is %s', (seconds, text) => {
    expect(humanDuration(seconds * 1000)).toBe(text);
  });

  it('does not know the age of nothing', () => {
    expect(ageOf(undefined)).toBe('<unknown>');
  });
});
