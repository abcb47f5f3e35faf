/** Whether KubeVirt's admission refused a VM because of its sidecars; its text has no code of its own. */
export const isGateRefusal = (message: string): boolean =>
  /sidecar feature gate is not enabled/i.test(message);
