import { useCallback, useEffect, useState } from 'react';
import { useGate, type Gate } from '../../../data/useGate';
import { isSettling, type GateWait } from '../../../sidecars/featureGate/gateWait';

const CALM_MS = 15_000;
const EAGER_MS = 2_000;

export interface WaitedGate {
  gate: Gate;
  /** Undefined if nothing was written, or the user closed the message. */
  wait: GateWait | undefined;
  /** The current time for the wait's duration. */
  now: number;
  /** Call it after a write: polls more often until the change has taken effect, and a little longer for HCO's conditions. */
  begin: (wanted: boolean) => void;
  end: () => void;
}

/** React hook: the gate with its evidence, and the progress of the user's last change. */
export const useGateWait = (): WaitedGate => {
  const [wait, setWait] = useState<GateWait>();
  const [now, setNow] = useState(() => Date.now());
  const isEager = wait !== undefined && isSettling(wait, now);
  const gate = useGate(true, isEager ? EAGER_MS : CALM_MS);
  const { enabled } = gate.status ?? {};

  useEffect(() => {
    if (!isEager) {
      return undefined;
    }
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [isEager]);

  useEffect(() => {
    // A change that takes effect after the time limit still counts as success.
    setWait((seen) =>
      seen === undefined || seen.reachedAt !== undefined || enabled !== seen.wanted
        ? seen
        : { ...seen, reachedAt: Date.now() },
    );
  }, [enabled, wait]);

  const begin = useCallback((wanted: boolean) => {
    const startedAt = Date.now();
    setNow(startedAt);
    setWait({ wanted, startedAt });
  }, []);
  const end = useCallback(() => {
    setWait(undefined);
  }, []);
  return { gate, wait, now, begin, end };
};
