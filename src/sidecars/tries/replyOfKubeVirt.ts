import type { HookPoint } from '../annotation/hookPoint';
import { readXml } from '../domainSpec/readXml';
import { DomainSpecProblem, throughDomainSpec } from '../domainSpec/throughDomainSpec';
import { localName } from '../domainSpec/xmlElement';
import { cloudInitProblem } from './cloudInitProblem';
import type { CallEnding, HookCall } from './hookCall';

/** Go's names of signals. */
const SIGNALS: Readonly<Record<string, string>> = {
  SIGABRT: 'aborted',
  SIGALRM: 'alarm clock',
  SIGBUS: 'bus error',
  SIGFPE: 'floating point exception',
  SIGHUP: 'hangup',
  SIGILL: 'illegal instruction',
  SIGINT: 'interrupt',
  SIGKILL: 'killed',
  SIGPIPE: 'broken pipe',
  SIGQUIT: 'quit',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
};

const endingProblem = (ending: CallEnding, hookPoint: HookPoint): string | undefined => {
  switch (ending.kind) {
    case 'exited':
      return ending.code === 0 ? undefined : `exit status ${String(ending.code)}`;
    case 'signalled':
      return `signal: ${SIGNALS[ending.signal] ?? ending.signal}`;
    case 'notStarted':
      return ending.message.startsWith('fork/exec')
        ? ending.message
        : `fork/exec /usr/bin/${hookPoint}: ${ending.message}`;
    default:
      return undefined;
  }
};

/** @param kubevirtVersion of the schema in which numbers are looked for */
const domainProblem = (output: string, kubevirtVersion: string | undefined): string | undefined => {
  const xml = readXml(output);
  const rootName = xml.kind === 'read' ? localName(xml.root) : xml.rootName;
  if (rootName !== undefined && rootName !== 'domain') {
    return `expected element type <domain> but have <${rootName}>`;
  }
  if (xml.kind === 'malformed') {
    return xml.message;
  }
  try {
    throughDomainSpec(xml.root, kubevirtVersion);
    return undefined;
  } catch (error) {
    if (error instanceof DomainSpecProblem) {
      return error.message;
    }
    throw error;
  }
};

const computeReply = (call: HookCall, kubevirtVersion: string | undefined): string | undefined => {
  const { ending, hookPoint, isComplete, output } = call;
  if (ending.kind === 'timedOut') {
    return 'rpc error: code = DeadlineExceeded desc = context deadline exceeded';
  }
  const problem = endingProblem(ending, hookPoint);
  if (problem !== undefined) {
    return `rpc error: code = Unknown desc = ${problem}`;
  }
  if (ending.kind === 'unknown' || !isComplete) {
    return undefined;
  }
  return hookPoint === 'onDefineDomain' ? domainProblem(output, kubevirtVersion) : cloudInitProblem(output);
};

const known = new WeakMap<HookCall, Map<string | undefined, string | undefined>>();

/**
 * What KubeVirt says to the result of a call, in its own words. Undefined if it accepts it, or if that is not known. Computed
 * once for each call and version.
 */
export const replyOfKubeVirt = (call: HookCall, kubevirtVersion: string | undefined): string | undefined => {
  const replies = known.get(call) ?? new Map<string | undefined, string | undefined>();
  known.set(call, replies);
  if (!replies.has(kubevirtVersion)) {
    replies.set(kubevirtVersion, computeReply(call, kubevirtVersion));
  }
  return replies.get(kubevirtVersion);
};
