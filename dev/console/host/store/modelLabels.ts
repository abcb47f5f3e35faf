/** `VirtualMachine` → `VirtualMachines`, `NetworkPolicy` → `NetworkPolicies`. */
export const pluralLabel = (kind: string): string => {
  if (/(s|x|ch|sh)$/.test(kind)) {
    return kind.endsWith('s') && !kind.endsWith('ss') ? kind : `${kind}es`;
  }
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
};

/** The letters of a resource badge: `VirtualMachineInstance` → `VMI`, `Pod` → `P`. */
export const abbreviation = (kind: string): string =>
  kind.replace(/[^A-Z]/g, '').slice(0, 4) || kind.slice(0, 3);
