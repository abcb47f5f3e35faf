import { spelled } from './python/pythonScript';
import { scriptCheck } from './scriptCheck';

/** Shorter pauses do no harm even three times per start. */
const HARMLESS_SECONDS = 1;

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86400 };

/** Undefined for what is only known when the script runs. */
const secondsOf = (text: string): number | undefined => {
  const [, amount, unit = ''] = /^(\d*\.?\d+)([smhd]?)$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (UNITS[unit] ?? 1);
};

/** KubeVirt gives a start 20 seconds in all, and calls the script two or three times. */
export const sleepCall = scriptCheck('sleepCall', ({ shell, python }) =>
  [
    ...(shell?.commands ?? [])
      .filter(({ name }) => name === 'sleep')
      .map(({ args, pos }) => ({ pos, text: args[0]?.value ?? '' })),
    ...(python?.calls ?? [])
      .filter(({ name }) => name === 'time.sleep' || name === 'sleep')
      .map(({ args, pos }) => ({ pos, text: spelled(args[0] ?? []) })),
  ]
    .filter(({ text }) => (secondsOf(text) ?? HARMLESS_SECONDS) >= HARMLESS_SECONDS)
    .map(({ pos, text }) => ({ pos, params: { duration: text } })),
);
