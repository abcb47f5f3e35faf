import { isHookPoint } from '../annotation/hookPoint';
import { hasCloudInitVolume } from '../objects/vm';
import { hookPointOf } from '../annotation/sidecar';
import { sidecarNumber } from '../annotation/sidecarContainer';
import type { CureAction, DiagnosisFinding } from './diagnosisModel';
import { editScriptOf, onlySidecar, type Facts } from './facts';
import { logMessage, type Message } from './messages';
import { scriptLine } from './scriptLine';
import { textRules } from './textRule';

const STARTS: readonly Message['from'][] = ['condition', 'event', 'computeLog', 'sidecarLog', 'answer'];

/** The number of the sidecar that a message is of: the one that logged it, or the only one of its hook point. */
const sidecarOf = (facts: Facts, { source, text }: Message): number | undefined => {
  const own = source.kind === 'log' ? sidecarNumber(source.container) : undefined;
  const hookPoint = /onDefineDomain|preCloudInitIso/.exec(text)?.[0] ?? '';
  return own ?? onlySidecar(facts, isHookPoint(hookPoint) ? hookPoint : undefined);
};

const edit = (facts: Facts, _params: DiagnosisFinding['params'], message: Message): CureAction | undefined =>
  editScriptOf(facts, sidecarOf(facts, message), scriptLine(message.text));

/** What the scripts wrote to stderr, for messages that do not hold it. */
const scriptLines = ({ lines }: Facts): Message[] =>
  lines.filter(({ hookPoint }) => hookPoint !== undefined).map(logMessage);

const editByLog = (
  facts: Facts,
  _params: DiagnosisFinding['params'],
  message: Message,
): CureAction | undefined => {
  const told =
    scriptLines(facts)
      .filter(({ text }) => scriptLine(text) !== undefined)
      .at(-1) ??
    scriptLines(facts).at(-1) ??
    message;
  return editScriptOf(facts, sidecarOf(facts, told), scriptLine(told.text));
};

const onlyForCloudInit = ({ sidecars, input: { vm } }: Facts): boolean =>
  vm !== undefined &&
  !hasCloudInitVolume(vm) &&
  sidecars.some((sidecar) => hookPointOf(sidecar) === 'preCloudInitIso');

/** What goes wrong in and after the call of a script, by the words it leaves behind. */
const fromText = textRules([
  {
    id: 'execFormat',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /fork\/exec \S*?(onDefineDomain|preCloudInitIso): exec format error/,
    cure: edit,
  },
  {
    id: 'interpreterNotFound',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /fork\/exec \S*?(onDefineDomain|preCloudInitIso): no such file or directory/,
    cure: edit,
  },
  {
    id: 'notExecutable',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /fork\/exec \S*?(onDefineDomain|preCloudInitIso): permission denied/,
    cure: edit,
  },
  {
    id: 'argumentTooLong',
    severity: 'error',
    cause: 'annotation',
    from: STARTS,
    pattern: /argument list too long/i,
  },
  {
    id: 'commandNotFound',
    severity: 'error',
    cause: 'script',
    from: ['sidecarLog'],
    pattern: /env: [‘'"]?([\w.+-]+)[’'"]?: No such file or directory/,
    cure: edit,
  },
  {
    id: 'commandNotFound',
    severity: 'error',
    cause: 'script',
    from: ['sidecarLog'],
    pattern: /(?:line )?\d+: ([\w./+-]+): (?:command )?not found/,
    cure: edit,
  },
  {
    id: 'moduleNotFound',
    severity: 'error',
    cause: 'script',
    from: ['sidecarLog'],
    pattern: /ModuleNotFoundError: No module named '([\w.]+)'/,
    cure: editByLog,
  },
  {
    id: 'migrationHookFailed',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /executing custom preStart hooks failed/,
    cure: editByLog,
  },
  {
    id: 'cloudInitBroken',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /Failed to unmarshal CloudInit\w*Source result/i,
    cure: (facts) => editScriptOf(facts, onlySidecar(facts, 'preCloudInitIso')),
  },
  {
    id: 'volumeNameDropped',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /failed to find the status of volume\s*(?:["']?\s*$|"")/,
    cure: (facts) => editScriptOf(facts, onlySidecar(facts, 'preCloudInitIso')),
  },
  {
    id: 'wrongRoot',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /expected element type <domain> but have <([^>]*)>/,
    cure: editByLog,
  },
  {
    id: 'xmlBroken',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /(XML syntax error on line \d+: [^"\n]*)/,
    cure: editByLog,
  },
  {
    id: 'callTimedOut',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /DeadlineExceeded|context deadline exceeded/,
    cure: editByLog,
  },
  {
    id: 'scriptFailed',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /exit status (\d+)/,
    cure: editByLog,
  },
  {
    id: 'printedNothing',
    severity: 'error',
    cause: 'script',
    from: ['condition', 'event', 'computeLog', 'answer'],
    pattern: /(?:failed: "?|desc = |(?<!reading from server): )EOF"?\s*$/,
    cure: editByLog,
  },
  {
    id: 'cloudInitVolumeMissing',
    severity: 'error',
    cause: 'annotation',
    from: ['computeLog', 'container'],
    pattern: /nil pointer dereference/,
    holds: onlyForCloudInit,
    cure: () => ({ kind: 'editSidecars' }),
  },
  {
    id: 'launcherCrashed',
    severity: 'error',
    cause: 'script',
    from: ['computeLog', 'container'],
    pattern: /nil pointer dereference/,
    cure: editByLog,
  },
  {
    id: 'sessionModeRefused',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    pattern: /not available in session mode/,
    cure: editByLog,
  },
  {
    id: 'libvirtRefused',
    severity: 'error',
    cause: 'script',
    from: STARTS,
    // Messages quote names. Where the parser stopped is shown in further lines, whose breaks Go writes as `\n`.
    pattern: /LibvirtError\(Code=\d+, Domain=\d+, Message='(.*?)(?:'\)|\\n|$)/m,
    cure: editByLog,
  },
]);

/** The scripts' own words belong to a failure that only tells their exit status. */
const withOwnWords = (facts: Facts, finding: DiagnosisFinding): DiagnosisFinding => {
  const own = scriptLines(facts)
    .slice(-3)
    .map(({ source, time, quote }) => ({ source, ...(time === undefined ? {} : { time }), quote }));
  return finding.id === 'scriptFailed' ? { ...finding, evidence: [...finding.evidence, ...own] } : finding;
};

export const callFindings = (facts: Facts): DiagnosisFinding[] =>
  facts.sidecars.length === 0 ? [] : fromText(facts).map((finding) => withOwnWords(facts, finding));
