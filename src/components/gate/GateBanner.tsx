import type { ReactElement } from 'react';
import type { Gate } from '../../k8s/useGate';

interface GateBannerProps {
  gate: Gate;
  /** How many of the VMs in view need the gate. */
  vmsInNeed: number;
}

export const GateBanner = ({ gate, vmsInNeed }: GateBannerProps): ReactElement | null =>
  gate.status?.enabled === false && vmsInNeed > 0 ? <></> : null;
