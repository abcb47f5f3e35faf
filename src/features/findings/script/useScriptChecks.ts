import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../sidecars/checks/check';
import type * as Checks from '../../../sidecars/checks/script/runScriptChecks';

const PAUSE_MS = 300;

type Run = (checks: typeof Checks) => readonly Finding[];

const load = async (): Promise<typeof Checks> => import('../../../sidecars/checks/script/runScriptChecks');

/** Loads the checks ahead, where scripts are about to be shown. */
export const prefetchScriptChecks = (): void => {
  load().catch(() => undefined);
};

export interface ScriptChecks {
  findings: readonly Finding[];
  /** They are of what is asked for now, not of what was asked for before. */
  isCurrent: boolean;
}

const NOTHING = { findings: [] };

/**
 * React hook: what the checks of hook scripts find, at once and then whenever typing pauses. Nothing until they are
 * loaded: they bring a parser of shell along, which is fetched when it is first needed.
 *
 * @param run must keep its identity while it means the same
 */
export const useScriptChecks = (run: Run): ScriptChecks => {
  const [done, setDone] = useState<{ run?: Run; findings: readonly Finding[] }>(NOTHING);
  const hasChecked = useRef(false);
  useEffect(() => {
    let stopped = false;
    const check = async (): Promise<void> => {
      try {
        const checks = await load();
        if (!stopped) {
          hasChecked.current = true;
          setDone({ run, findings: run(checks) });
        }
      } catch {
        // The part of the plugin could not be loaded: scripts can be edited without advice, and nothing waits for it.
        if (!stopped) {
          setDone({ run, findings: [] });
        }
      }
    };
    const timer = setTimeout(() => void check(), hasChecked.current ? PAUSE_MS : 0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [run]);
  return { findings: done.findings, isCurrent: done.run === run };
};
