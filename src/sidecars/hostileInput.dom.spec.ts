/** What a VM's owner may put where an administrator looks: none of it may break, freeze or deceive the page. */
import { describe, expect, it, vi } from 'vitest';
import { lineSplitter } from '../k8s/logs/lineSplitter';
import { SIDECARS_ANNOTATION } from './annotation/constants';
import { runChecks } from './checks/runChecks';
import type { VirtualMachine, VirtualMachineInstance } from './objects/resources';
import { runningOnly } from './state/runningOnly';
import { sidecarState } from './state/state';
import { parseLogLine } from './logs/logLine';
import { parseSidecars, serializeSidecars } from './annotation/annotation';
import { parseExpectedResults } from './domainXml/expectedResults';
import { parseXml } from './domainXml/wellFormed';
import { jsonValue, readJson } from './json/jsonText';
import { maskSecrets } from './report/maskSecrets';

const MIB = 1024 * 1024;
const BOMB = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, level) => `<!ENTITY b${level} "${`&${level === 0 ? 'a' : `b${level - 1}`};`.repeat(10)}">`).join('')}]>
<domain><name>&b8;</name></domain>`;

describe('XML', () => {
  it.each([
    ['entities that grow without end', BOMB],
    ['an external entity', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><domain>&x;</domain>'],
    ['an external subset', '<!DOCTYPE d SYSTEM "http://evil.example/x.dtd"><domain/>'],
    ['one behind a comment', '<!-- <!DOCTYPE --><!DOCTYPE d><domain/>'],
  ])('with %s is not read', (_what, xml) => {
    expect(parseXml(xml)).toMatchObject({ kind: 'malformed', message: /document type declaration/ });
  });

  it.each(['<a><!-- <!DOCTYPE x> --></a>', '<a><![CDATA[<!DOCTYPE x>]]></a>'])(
    'that only speaks of one is: %s',
    (xml) => {
      expect(parseXml(xml).kind).toBe('wellFormed');
    },
  );

  it('that never ends its comments is given up in linear time', () => {
    expect(parseXml('<!--'.repeat(MIB)).kind).toBe('malformed');
  });

  it('runs no script and stays text', () => {
    const parsed = parseXml(
      '<domain><title><script xmlns="http://www.w3.org/1999/xhtml">x</script></title></domain>',
    );
    expect(parsed.kind === 'wellFormed' && parsed.document.documentElement.textContent).toBe('x');
  });
});

describe('annotations', () => {
  it.each(['__proto__', 'constructor', 'toString'])('keep a key named %s and reach no prototype', (key) => {
    const text = `[{"args":["--version","v1alpha3"],"${key}":{"polluted":true}}]`;
    const parsed = parseSidecars(text);
    if (parsed.kind !== 'parsed') {
      throw new Error(parsed.kind);
    }
    expect(JSON.parse(serializeSidecars(parsed.sidecars))).toEqual(JSON.parse(text));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['[', '{"a":'])('of great depth are refused: %s…', (open) => {
    expect(parseSidecars(open.repeat(MIB)).kind).toBe('malformed');
    expect(parseExpectedResults(open.repeat(MIB)).kind).toBe('malformed');
  });

  describe('of 80,000 sidecars', () => {
    const text = `[${Array(80_000).fill('{}').join()}]`;
    const vm: VirtualMachine = {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: 'a', namespace: 'b' },
      spec: {
        template: {
          metadata: { annotations: { [SIDECARS_ANNOTATION]: text } },
          spec: { domain: { devices: {} } },
        },
      },
    };
    const parsed = parseSidecars(text);
    const findings = runChecks({ vm, parsed });

    it('are read once for all who ask', () => {
      expect(parseSidecars(text)).toBe(parsed);
    });

    it('are checked in part, and a finding says so', () => {
      expect(findings.find(({ id }) => id === 'tooManySidecars')?.params).toEqual({
        number: 80_000,
        limit: 100,
      });
      expect(findings.filter(({ id }) => id === 'noScript')).toHaveLength(100);
    });

    it('are fixed only when a fix is asked for, and all of them are kept', () => {
      const put = vi.spyOn(Array.prototype, 'with');
      const fixes = runChecks({ vm, parsed }).flatMap(({ fix }) => fix ?? []);
      expect(put).not.toHaveBeenCalled();
      put.mockRestore();
      const [first] = fixes;
      expect(fixes).toHaveLength(100);
      expect(first?.kind === 'sidecars' && first.next()).toHaveLength(80_000);
    });

    it('have a state in part', () => {
      const state = sidecarState({
        vm,
        vmi: undefined,
        launcherPod: undefined,
        configMaps: undefined,
        findings: [],
        gate: undefined,
      });
      expect(state.sidecars).toHaveLength(100);
    });

    it('are compared in part with those of the instance', () => {
      const vmi: VirtualMachineInstance = {
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachineInstance',
        metadata: {
          name: 'a',
          annotations: { [SIDECARS_ANNOTATION]: text.replaceAll('{}', '{"args":[]}') },
        },
        spec: { domain: { devices: {} } },
      };
      expect(runningOnly(vm, vmi).length).toBeLessThanOrEqual(100);
    });
  });

  it('with thousands of unknown fields, or one of great length, are checked in part', () => {
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_none, index) => [`k${index}`, 0]));
    const parsed = parseSidecars(JSON.stringify([{ ...fields }, { ['k'.repeat(200_000)]: 0 }]));
    const vm = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'a' }, spec: {} };
    const found = runChecks({ vm, parsed }).filter(({ id }) => id === 'unknownKey');
    expect(found).toHaveLength(11);
  });

  it('of 10 MiB are read', () => {
    const value = '\\u202e<b>'.repeat(MIB);
    const json = readJson(`["${value}"]`);
    expect(json.ok && jsonValue(json.node)).toEqual(['\u202e<b>'.repeat(MIB)]);
  });
});

describe('logs', () => {
  it('of one endless line take no more than the limit', () => {
    const splitter = lineSplitter(1000);
    const chunk = new Uint8Array(MIB).fill(0x61);
    for (let count = 0; count < 10; count += 1) {
      expect(splitter.push(chunk)).toEqual([]);
    }
    expect(splitter.end()).toEqual(['a'.repeat(1000)]);
  });

  it.each([
    ['{"msg":{"toString":"x"},"level":["error"],"hook":7}', undefined],
    ['{"__proto__":{"level":"error","msg":"x"}}', undefined],
    [`{"level":${'['.repeat(100_000)}`, undefined],
    ['null', undefined],
  ])('of JSON that means to deceive are shown as they are', (line, level) => {
    expect(parseLogLine(line)).toMatchObject({ message: line, level });
  });
});

describe('secrets', () => {
  const lines = [
    "<domain type='kvm'>",
    "  <graphics type='vnc' port='-1' passwd='hunter2secret'/>",
    '  <description>-----BEGIN RSA PRIVATE KEY-----',
    'hunter2secret',
    '-----END RSA PRIVATE KEY-----</description>',
    '</domain>',
  ];

  it('of a domain are masked with every line in its place', () => {
    const masked = maskSecrets(lines.join('\n'), true).split('\n');
    expect(masked.join()).not.toContain('hunter2');
    expect(masked).toHaveLength(lines.length);
    expect(masked.at(-1)).toBe('</domain>');
  });

  it('of a VMI are masked in cloud-init data, plain and in base64', () => {
    const userData = '#cloud-config\npassword: hunter2secret\n';
    const vmi = {
      spec: {
        volumes: [
          { cloudInitNoCloud: { userData } },
          { cloudInitConfigDrive: { userDataBase64: Buffer.from(userData).toString('base64') } },
        ],
      },
    };
    for (const text of [JSON.stringify(vmi), JSON.stringify(vmi, null, 2)]) {
      expect(maskSecrets(text)).not.toMatch(/hunter2|I2Nsb3Vk/);
    }
  });

  it.each([
    'password=',
    'a'.repeat(64),
    '"',
    '\\"token\\":\\"',
    '<passwd>',
    '$6$',
    'eyJ.',
    '://a:',
    'token&quot;:&quot;',
    'token=&lt;',
    '"token":["',
    '"--token","',
    'eyJ-',
    'echo chpasswd ',
    'chpasswd <<A\n',
    '{token: x, ',
    'Token:',
    'name="token"> ',
    'a\n-----END PRIVATE KEY-----\n\n',
    `${'Aa'.repeat(32)}\n`,
  ])('are looked for in linear time in 4 MiB of %s', (piece) => {
    // In quadratic time it would take minutes.
    expect(maskSecrets(piece.repeat(Math.ceil((4 * MIB) / piece.length))).length).toBeGreaterThan(0);
  });

  it.each([
    ['a plain value', '"password":"', 'a', '"'],
    ['a value of escapes', '"password":"', '\\n', '"'],
    ['a value in a string in JSON', '{"msg":"{\\"password\\":\\"', 'a', '\\"}"}'],
    ['an attribute', '<graphics passwd="', 'a', '"/>'],
    ['an attribute of what XML writes otherwise', '<x y="token=', '&lt;&amp;', '"/>'],
    ['a text of it', '<x>token=&quot;', '&lt;aaa', '&quot;</x>'],
    ['a key', '-----BEGIN PRIVATE KEY-----', 'a\n', '-----END PRIVATE KEY-----'],
    ['base64', 'I2Nsb3Vk', 'aaaa', ' '],
  ])('of 10 MiB are gone with %s', (_what, before, piece, after) => {
    const masked = maskSecrets(before + piece.repeat((10 * MIB) / piece.length) + after);
    expect(masked.length).toBeLessThan(100);
    expect(masked).toContain('***');
  });
});
