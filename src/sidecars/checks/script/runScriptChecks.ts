import { checkedSidecars, type ParsedSidecars } from '../../annotation/annotation';
import type { ConfigMap } from '../../objects/resources';
import { hookPointOf } from '../../annotation/sidecar';
import { SCRIPT_FINDINGS, type ScriptFindingId } from '../../findings/script';
import { bySeverity } from '../check';
import type { Finding } from '../check';
import { runsShim } from '../sidecarCheck';
import { appendUnguarded } from './appendUnguarded';
import { silentEnd } from './silentEnd';
import { namespaceTwice } from './namespaceTwice';
import { extraOutput } from './extraOutput';
import { failsOnOwnResult } from './failsOnOwnResult';
import { envArguments } from './envArguments';
import { cloudInitShape } from './cloudInitShape';
import { bandwidthInSession } from './bandwidthInSession';
import { commandMissing } from './commandMissing';
import { deviceAliasMissing } from './deviceAliasMissing';
import { dumpxmlStyleMatch } from './dumpxmlStyleMatch';
import { echoOfInput } from './echoOfInput';
import { environmentUnsupported } from './environmentUnsupported';
import { hookPointMismatch } from './hookPointMismatch';
import { identityChanged } from './identityChanged';
import { importMissing } from './importMissing';
import { interpreterMissing } from './interpreterMissing';
import { networkCall } from './networkCall';
import { nothingPrinted } from './nothingPrinted';
import { readScript, type ScriptCheck, type ScriptSource } from './scriptCheck';
import { scriptBom } from './scriptBom';
import { scriptCrlf } from './scriptCrlf';
import { scriptSyntax } from './scriptSyntax';
import { secretPrinted } from './secretPrinted';
import { shebangMissing } from './shebangMissing';
import { sleepCall } from './sleepCall';
import { unquotedArgument } from './unquotedArgument';
import { wrongArgument } from './wrongArgument';

export { preparesTooLate } from './preparesTooLate';
export type { ScriptSource } from './scriptCheck';

export const SCRIPT_CHECKS: readonly ScriptCheck[] = [
  scriptBom,
  shebangMissing,
  scriptCrlf,
  envArguments,
  interpreterMissing,
  scriptSyntax,
  hookPointMismatch,
  wrongArgument,
  nothingPrinted,
  silentEnd,
  extraOutput,
  cloudInitShape,
  commandMissing,
  importMissing,
  unquotedArgument,
  dumpxmlStyleMatch,
  appendUnguarded,
  failsOnOwnResult,
  deviceAliasMissing,
  namespaceTwice,
  bandwidthInSession,
  identityChanged,
  networkCall,
  sleepCall,
  secretPrinted,
  environmentUnsupported,
  echoOfInput,
];

const lineOf = ({ place }: Finding): number => (place.kind === 'script' ? place.line : 0);

/** Longer scripts would keep the page busy. */
const LIMIT_KB = 64;

const checked = (source: ScriptSource): Finding[] => {
  const script = readScript(source);
  return SCRIPT_CHECKS.flatMap((check) => check.run(script));
};

/** A finding about the script as a whole. */
const ofScript = (
  { configMap, key }: ScriptSource,
  id: ScriptFindingId,
  params: Finding['params'],
): Finding => ({
  id,
  severity: SCRIPT_FINDINGS[id].severity,
  params,
  place: { kind: 'script', configMap, key, line: 1, column: 1 },
});

/** Says that nobody knows whether the script is sound. */
export const scriptNotChecked = (source: ScriptSource, message: string): Finding =>
  ofScript(source, 'scriptNotChecked', { message });

/**
 * All findings about one script, errors first, then by line. It never throws: where a check does, or the script is too
 * long, that is a finding too. It brings a whole parser along: views import this module when they first need it.
 */
export const checkScript = (source: ScriptSource): Finding[] => {
  const size = Math.ceil(source.text.length / 1024);
  if (size > LIMIT_KB) {
    return [ofScript(source, 'scriptTooLong', { size, limit: LIMIT_KB })];
  }
  try {
    return checked(source).sort((one, other) => bySeverity(one, other) || lineOf(one) - lineOf(other));
  } catch (error) {
    return [scriptNotChecked(source, String(error))];
  }
};

interface ScriptsContext {
  parsed: ParsedSidecars;
  configMaps?: ReadonlyMap<string, ConfigMap> | undefined;
  kubevirtVersion?: string | undefined;
}

/** The scripts of a VM's sidecars that are loaded, each key once. */
export const scriptSources = ({ parsed, configMaps, kubevirtVersion }: ScriptsContext): ScriptSource[] => {
  const sources = new Map<string, ScriptSource>();
  for (const sidecar of checkedSidecars(parsed)) {
    const { name = '', key = '' } = sidecar.configMap ?? {};
    const text = configMaps?.get(name)?.data?.[key];
    if (text !== undefined) {
      sources.set(`${name}/${key}`, {
        configMap: name,
        key,
        text,
        hookPoint: hookPointOf(sidecar),
        inDefaultImage: runsShim(sidecar),
        kubevirtVersion,
      });
    }
  }
  return [...sources.values()];
};
