import { describe, expect, it } from 'vitest';
import { cloudInitDiff } from './cloudInitDiff';
import { isSame } from './domainDiff';

const DATA = {
  DataSource: 'noCloud',
  NoCloudMetaData: { 'instance-id': 'i', 'local-hostname': 'h' },
  UserData: '#cloud-config\nusers:\n- a\n',
  DevicesData: null,
  Numbers: [1, 1.5, []],
};

describe('the difference of cloud-init data', () => {
  it('does not count the order of keys, blanks and the spelling of characters', () => {
    const { UserData, ...rest } = DATA;
    const spelled = JSON.stringify({ UserData, ...rest }, null, 4).replace('#', '\\u0023');
    const difference = cloudInitDiff(JSON.stringify(DATA), spelled);
    expect(isSame(difference)).toBe(true);
    expect(difference.by).toBe('meaning');
  });

  it('shows the changed lines of user data', () => {
    const changed = { ...DATA, UserData: `${DATA.UserData}- b\n` };
    const { rows } = cloudInitDiff(JSON.stringify(DATA), JSON.stringify(changed));
    expect(rows.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', before: undefined, after: '  - b', isShown: true },
    ]);
  });

  it('shows a key that is gone, and a number that is written differently', () => {
    const { rows } = cloudInitDiff('{"a":1,"b":{"c":"x"}}', '{"a":1.0,"b":{}}');
    expect(rows.flatMap(({ kind, before, after }) => (kind === 'same' ? [] : [[before, after]]))).toEqual([
      ['a: 1', 'a: 1.0'],
      ['b:', 'b: {}'],
      ['  c: "x"', undefined],
    ]);
  });

  it('compares lines where a text is not JSON', () => {
    const difference = cloudInitDiff('{}', 'done\n');
    expect(difference.by).toBe('lines');
    expect(difference.rows).toMatchObject([{ kind: 'changed', before: '{}', after: 'done' }]);
  });
});
