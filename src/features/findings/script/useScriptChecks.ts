import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../sidecars/checks/check';
import type * as Checks from '../../../sidecars/checks/script/runScriptChecks';
import { checkScripts } from './checkScripts';

const PAUSE_MS = 300;

type SourcesOf = (checks: typeof Checks) => readonly Checks.ScriptSource[];

const load = async (): Promise<typeof Checks> => import('../../../sidecars/checks/script/runScriptChecks');

/** Prefetches the checks where scripts are about to be shown. */
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
 * @param sourcesOf must keep its identity while it means the same
 */
export const useScriptChecks = (sourcesOf: SourcesOf): ScriptChecks => {
  const [done, setDone] = useState<{ sourcesOf?: SourcesOf; findings: readonly Finding[] }>(NOTHING);
  const hasChecked = useRef(false);
  useEffect(() => {
    const aborter = new AbortController();
    const isStopped = (): boolean => aborter.signal.aborted;
    const check = async (): Promise<void> => {
      try {
        const checks = await load();
        if (isStopped()) {
          return;
        }
        hasChecked.current = true;
        const findings = await checkScripts(checks, sourcesOf(checks), aborter.signal);
        if (!isStopped()) {
          setDone({ sourcesOf, findings });
        }
      } catch {
        // The part of the plugin could not be loaded: scripts can be edited without advice, and nothing waits for it.
        if (!isStopped()) {
          setDone({ sourcesOf, findings: [] });
        }
      }
    };
    const timer = setTimeout(() => void check(), hasChecked.current ? PAUSE_MS : 0);
    return () => {
      aborter.abort();
      clearTimeout(timer);
    };
  }, [sourcesOf]);
  return { findings: done.findings, isCurrent: done.sourcesOf === sourcesOf };
};
