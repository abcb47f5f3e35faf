import { isHookPoint } from '../annotation/hookPoint';
import { sidecarNumber } from '../annotation/sidecarContainer';
import type { Params } from '../findings/finding';
import type { CureAction } from './diagnosisModel';
import { editScriptOf, onlySidecar, type Facts } from './facts';
import { logMessage, type Message } from './messages';

const PLACES = [
  /File "[^"]*\/(?:onDefineDomain|preCloudInitIso)", line (\d+)/g,
  /\/(?:onDefineDomain|preCloudInitIso): (?:line )?(\d+): /g,
];

/** The line of the script that an interpreter complains of, from 1; of a traceback the innermost. */
const scriptLine = (text: string): number | undefined => {
  for (const place of PLACES) {
    const line = Array.from(text.matchAll(place), ([, number]) => number).at(-1);
    if (line !== undefined) {
      return Number(line);
    }
  }
  return undefined;
};

/** The number of the sidecar that a message is of: the one that logged it, or the only one of its hook point. */
const sidecarOf = (facts: Facts, { source, text }: Message): number | undefined => {
  const own = source.kind === 'log' ? sidecarNumber(source.container) : undefined;
  const hookPoint = /onDefineDomain|preCloudInitIso/.exec(text)?.[0] ?? '';
  return own ?? onlySidecar(facts, isHookPoint(hookPoint) ? hookPoint : undefined);
};

/** Opens the script that a message is of. */
export const editScript = (facts: Facts, _params: Params, message: Message): CureAction | undefined =>
  editScriptOf(facts, sidecarOf(facts, message), scriptLine(message.text));

/** What the scripts wrote to stderr, for messages that do not hold it. */
export const scriptMessages = ({ lines }: Facts): Message[] =>
  lines.filter(({ hookPoint }) => hookPoint !== undefined).map(logMessage);

/** Opens the script that its log names: a message may only say that a script failed. */
export const editScriptByLog = (facts: Facts, params: Params, message: Message): CureAction | undefined => {
  const logged = scriptMessages(facts);
  const withLine = logged.filter(({ text }) => scriptLine(text) !== undefined);
  return editScript(facts, params, withLine.at(-1) ?? logged.at(-1) ?? message);
};
