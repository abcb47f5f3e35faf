import type { ReadScript } from './scriptCheck';
import { scriptCheck } from './scriptCheck';
import { wordText } from './shell/words';

const FLAGS = { onDefineDomain: '--domain', preCloudInitIso: '--cloud-init' } as const;

/** Where a script names a flag as a text of its own. */
const positionOfFlag = ({ shell, python }: ReadScript, flag: string): number | undefined => {
  const words = [...(shell?.words ?? []), ...(shell?.commands ?? []).flatMap(({ args }) => args)];
  const strings = (python?.statements ?? []).flatMap(({ tokens }) =>
    tokens.filter(({ kind }) => kind === 'string'),
  );
  return (
    words.find((word) => wordText(word).split('=')[0] === flag)?.pos ??
    strings.find(({ value }) => value === flag)?.pos
  );
};

/** A script that only knows the flag of the other hook point was meant for that one. */
export const hookPointMismatch = scriptCheck('hookPointMismatch', (script) => {
  const { hookPoint } = script.source;
  if (hookPoint === undefined) {
    return [];
  }
  const other = hookPoint === 'onDefineDomain' ? 'preCloudInitIso' : 'onDefineDomain';
  const pos = positionOfFlag(script, FLAGS[other]);
  return pos === undefined || positionOfFlag(script, FLAGS[hookPoint]) !== undefined
    ? []
    : [{ pos, params: { flag: FLAGS[other], hookPoint, other } }];
});
