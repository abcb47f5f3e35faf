const FACTORS: Record<string, number> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/** A Kubernetes quantity in its base unit (bytes, cores); undefined if it is invalid. */
export const quantity = (value: unknown): number | undefined => {
  const match = /^([0-9.]+)(m|[kMGT]i?|Ki)?$/.exec(
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '',
  );
  const factor = FACTORS[match?.[2] ?? ''];
  return match === null || factor === undefined ? undefined : Number(match[1]) * factor;
};

const withSuffix = (value: number, base: number, suffixes: readonly string[]): string => {
  let [rest, power] = [value, 0];
  while (power < suffixes.length && rest !== 0 && rest % base === 0) {
    [rest, power] = [rest / base, power + 1];
  }
  return `${rest}${suffixes[power - 1] ?? ''}`;
};

/** A number of cores, bytes or objects as Kubernetes writes it. */
export const quantityText = (value: number): string => {
  const thousandths = Math.round(value * 1000);
  if (thousandths % 1000 !== 0) {
    return `${thousandths}m`;
  }
  return value >= 1024 && value % 1024 === 0
    ? withSuffix(value, 1024, ['Ki', 'Mi', 'Gi', 'Ti'])
    : withSuffix(value, 1000, ['k', 'M', 'G', 'T']);
};
