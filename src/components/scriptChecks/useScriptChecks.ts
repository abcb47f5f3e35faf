import { useEffect, useState } from 'react';
import type { Finding } from '../../sidecars/checks/check';
import type * as Checks from '../../sidecars/checks/script/runScriptChecks';

const PAUSE_MS = 300;

type Run = (checks: typeof Checks) => readonly Finding[];

export interface ScriptChecks {
  findings: readonly Finding[];
  /** They are of what is asked for now, not of what was asked for before. */
  isCurrent: boolean;
}

const NOTHING = { findings: [] };

/**
 * React hook: what the checks of hook scripts find, once typing pauses. Nothing until they are loaded: they bring a
 * parser of shell along, which is fetched when it is first needed.
 *
 * @param run must keep its identity while it means the same
 */
export const useScriptChecks = (run: Run): ScriptChecks => {
  const [done, setDone] = useState<{ run?: Run; findings: readonly Finding[] }>(NOTHING);
  useEffect(() => {
    let stopped = false;
    const check = async (): Promise<void> => {
      try {
        const checks = await import('../../sidecars/checks/script/runScriptChecks');
        if (!stopped) {
          setDone({ run, findings: run(checks) });
        }
      } catch {
        // The part of the plugin could not be loaded: scripts can be edited without advice.
      }
    };
    const timer = setTimeout(() => void check(), PAUSE_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [run]);
  return { findings: done.findings, isCurrent: done.run === run };
};
