/** What must hold of the live domain XML. `extra` keeps members that this version does not know. */
export type Expectation =
  | { kind: 'text'; text: string; extra?: Record<string, unknown> }
  | { kind: 'xpathEquals'; xpath: string; value: string; extra?: Record<string, unknown> }
  | { kind: 'xpathExists'; xpath: string; extra?: Record<string, unknown> }
  /** Written by something newer: kept as it is and not evaluated. */
  | { kind: 'unknown'; source: unknown };

export type ExpectedResults =
  | { kind: 'absent' }
  | { kind: 'parsed'; text: string; expectations: Expectation[] }
  | { kind: 'malformed'; text: string; message: string; line: number; column: number; offset: number };

export const parseExpectedResults = (text: string | undefined): ExpectedResults => {
  if (text === undefined) return { kind: 'absent' };
  return { kind: 'parsed', text, expectations: [] };
};

export const serializeExpectedResults = (expectations: readonly Expectation[]): string =>
  JSON.stringify(expectations);
