import { describe, expect, it } from 'vitest';
import { diagnose, type DiagnosisInput } from '../diagnosis/diagnose';
import { failing, jsonLine, launcher, warning } from '../diagnosis/diagnosisFixtures';
import { timeline } from '../diagnosis/timeline';
import { evidenceMasker, maskFinding } from './maskEvidence';

const STAMP = '2026-01-01T10:00:04Z';
const FAILED = 'rpc error: exit status 1';

const said = (lines: readonly string[]): DiagnosisInput['logs'] => ({
  'hook-sidecar-0': lines.map((msg) => `${STAMP} ${jsonLine({ hook: 'onDefineDomain', msg })}`).join('\n'),
});

describe('what the diagnosis quotes is reported without its secrets', () => {
  it.each<[string, DiagnosisInput, string]>([
    [
      'a log',
      { ...failing(FAILED), logs: said(['the password: geheim is wrong']) },
      'the password: *** is wrong',
    ],
    [
      'a log that begins within a key',
      { ...failing(FAILED), logs: said(['geheim', '-----END PRIVATE KEY-----']) },
      '-----END PRIVATE KEY-----',
    ],
    [
      'a block of YAML',
      { ...failing(FAILED), logs: said(['userData: |', '  ssh: geheim', 'gave up']) },
      'gave up',
    ],
    ['a condition', failing(`${FAILED}: token=geheim`), `${FAILED}: token=***`],
    [
      'an event',
      { ...failing('x'), events: [warning(`${FAILED} {user: x, password: geheim}`)] },
      'password: ***}',
    ],
    [
      'the end of a container',
      {
        ...failing('x'),
        pods: [
          launcher([
            {
              name: 'hook-sidecar-0',
              ready: false,
              restartCount: 0,
              state: { terminated: { exitCode: 1, message: 'login with --password geheim' } },
            },
          ]),
        ],
      },
      '--password ***',
    ],
    [
      'what a sentence says',
      failing('LibvirtError(Code=1, Domain=2, Message=\'bad <graphics passwd="geheim"/>\')'),
      'passwd=\\"***\\"',
    ],
    ['what nothing explains', failing('strange token: geheim'), 'strange token: ***'],
  ])('%s', (_what, input, shown) => {
    const masker = evidenceMasker(input);
    const findings = diagnose(input).map((finding) => maskFinding(finding, masker));
    const found = JSON.stringify([findings, timeline(input).map(masker)]);
    expect(found).not.toContain('geheim');
    expect(found).toContain(shown);
  });

  it('a line within a secret with the mask, too', () => {
    const input = { ...failing(FAILED), logs: said(['userData: |', '  geheim', '  geheim', '  geheim']) };
    const quotes = diagnose(input)[0]
      ?.evidence.map(evidenceMasker(input))
      .map(({ quote }) => quote);
    expect(quotes).toEqual([FAILED, '***', '***', '***']);
  });
});
