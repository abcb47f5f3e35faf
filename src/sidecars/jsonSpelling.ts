export type JsonMember = readonly [key: string, value: unknown];

/** An object whose members are written in this order: JavaScript objects put number-like keys first. */
export class OrderedObject {
  constructor(readonly members: readonly JsonMember[]) {}
}

/**
 * JSON as people write it on one line: `{"key": [1, 2]}`. Members that are undefined are left out, as
 * JSON.stringify does.
 */
export const spellJson = (value: unknown): string => {
  if (Array.isArray(value)) {
    return `[${value.map(spellJson).join(', ')}]`;
  }
  if (value instanceof OrderedObject) {
    return spellMembers(value.members);
  }
  if (typeof value === 'object' && value !== null) {
    return spellMembers(Object.entries(value));
  }
  return JSON.stringify(value ?? null);
};

const spellMembers = (members: readonly JsonMember[]): string => {
  const spelt = members
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}: ${spellJson(value)}`);
  return `{${spelt.join(', ')}}`;
};
