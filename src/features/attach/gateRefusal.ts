/** Whether KubeVirt's admission refused a VM because of its sidecars. The error has no code of its own, only this text. */
export const isGateRefusal = (message: string): boolean =>
  /sidecar feature gate is not enabled/i.test(message);
