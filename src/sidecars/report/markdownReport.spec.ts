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
    expect(report).toContain('cannot reach https://admin:\\*\\*\\*@registry.local/ token=');
    expect(report).not.toContain('geheim');
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
