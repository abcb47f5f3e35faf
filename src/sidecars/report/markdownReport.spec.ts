import { describe, expect, it } from 'vitest';
import { markdownReport, type ReportInput } from './markdownReport';

const headings: ReportInput['headings'] = {
  findings: 'Findings',
  versions: 'Versions',
  timeline: 'Timeline',
  annotation: 'Annotation',
  scripts: 'Scripts',
  logs: 'Logs',
};

describe('markdownReport', () => {
  it('puts all that is known below its heading, without secrets', () => {
    expect(
      markdownReport({
        title: 'VM a/vm',
        headings,
        findings: [
          {
            severity: 'Error',
            what: 'It *failed*',
            why: 'Because.',
            cure: 'Mend it.',
            evidence: [{ source: 'event', time: '10:00', quote: 'password=geheim' }],
          },
        ],
        versions: { KubeVirt: 'v1.9.0' },
        timeline: ['10:00 token=geheim'],
        annotation: '[{"args":[]}]',
        scripts: [{ name: 'a, k', text: '```\nPASSWORD=geheim\n' }],
        logs: [{ container: 'compute', text: 'Base64 dump Z2VoZWlt\n' }],
      }),
    ).toBe(
      [
        '# VM a/vm',
        '',
        '## Findings',
        '',
        '- **Error: It \\*failed\\*** Because. Mend it.',
        '  - 10:00, event',
        '',
        '    ```',
        '    password=***',
        '    ```',
        '',
        '## Versions',
        '',
        '- KubeVirt: v1.9.0',
        '',
        '## Timeline',
        '',
        '- 10:00 token=\\*\\*\\*',
        '',
        '## Annotation',
        '',
        '```json',
        '[',
        '  {',
        '    "args": []',
        '  }',
        ']',
        '```',
        '',
        '## Scripts',
        '',
        '### a, k',
        '',
        '````',
        '```',
        'PASSWORD=***',
        '````',
        '',
        '## Logs',
        '',
        '### compute',
        '',
        '```',
        'Base64 dump ***',
        '```',
        '',
      ].join('\n'),
    );
  });

  it('masks what sentences quote', () => {
    const report = markdownReport({
      title: 'x token=geheim',
      headings,
      findings: [
        {
          severity: 'Error',
          what: 'It says: cannot reach https://admin:geheim@registry.local/ token=geheim',
          why: 'It said {"password":"geheim',
          cure: 'Leave out --password geheim.',
          evidence: [{ source: 'event token=geheim', quote: '' }],
        },
      ],
      versions: { KubeVirt: 'token=geheim' },
      scripts: [{ name: 'token=geheim', text: '' }],
    });
    expect(report).toContain('cannot reach `https://admin:***@registry.local/` token=');
    expect(report).not.toContain('geheim');
  });

  it.each([
    ['a name that calls people', 'ask @everyone or @here', 'ask `@everyone` or `@here`'],
    ['a link', 'see https://evil.local/x, now', 'see `https://evil.local/x,` now'],
    ['a link without a scheme', 'see www.evil.local', 'see `www.evil.local`'],
    ['a link of Markdown', '[ok](https://evil.local)', '`[ok](https://evil.local)`'],
    ['a link that ends its code', 'a`@b', '``a`@b``'],
    ['a link between ends of code', '`@b`', '`` `@b` ``'],
    ['text that is reordered', 'run \u202Ecod', 'run \\[U+202E\\]cod'],
    ['text without width', 'ad\u200Bmin', 'ad\\[U+200B\\]min'],
    ['a secret that is hidden', 'pass\u200Bword=geheim', 'password=\\*\\*\\*'],
  ])('makes harmless: %s', (_what, said, written) => {
    const finding = { severity: 'Error', what: said, why: '', cure: '', evidence: [] };
    expect(markdownReport({ title: 'x', headings, findings: [finding] })).toContain(`Error: ${written}**`);
  });

  it('shows hidden characters in what it quotes', () => {
    const report = markdownReport({
      title: 'x',
      headings,
      findings: [],
      annotation: '["\\u202e"]',
      scripts: [{ name: 'a', text: 'r\u200Bm' }],
      logs: [{ container: 'c', text: 'to\u200Bken: geheim' }],
    });
    expect(report).toContain('"[U+202E]"');
    expect(report).toContain('r[U+200B]m');
    expect(report).toContain('token: ***');
  });

  it('leaves out what is not known', () => {
    expect(markdownReport({ title: 'x', headings, findings: [] })).toBe('# x\n');
  });

  it('keeps an annotation that is no JSON, and the end of a long log', () => {
    const text = Array.from({ length: 300 }, (_line, index) => `line ${index}`).join('\n');
    const report = markdownReport({
      title: 'x',
      headings,
      findings: [],
      annotation: '[',
      logs: [{ container: 'c', text }],
    });
    expect(report).toContain('```json\n[\n```');
    expect(report).not.toContain('line 249\n');
    expect(report).toContain('line 250\n');
    expect(report).toContain('line 299\n');
  });
});
