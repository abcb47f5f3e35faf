import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../sidecars/diagnosis/diagnose';
import { failing, jsonLine } from '../../../sidecars/diagnosis/diagnosisFixtures';
import { timeline } from '../../../sidecars/diagnosis/timeline';
import { translateEnglish } from '../../../testing/translateEnglish';
import { vmReport } from './vmReport';

const STAMP = '2026-01-01T10:00:04Z';

/** A report on a VM whose script failed with this output. */
const reportOf = (said: readonly string[]): string => {
  const log = said.map((msg) => `${STAMP} ${jsonLine({ hook: 'onDefineDomain', msg })}`).join('\n');
  const evidence = { ...failing('rpc error: exit status 1'), logs: { 'hook-sidecar-0': log } };
  return vmReport(translateEnglish, {
    diagnosed: diagnose(evidence),
    checked: [],
    entries: timeline(evidence),
    evidence,
  });
};

const vmi = JSON.stringify({
  padding: 'x'.repeat(500),
  userData: `#cloud-config\npassword: geheim\n${'y'.repeat(200)}`,
});

const CALLED = 'OnDefineDomain method has been called';

describe('vmReport', () => {
  it.each([
    ['the instance, cut where it is quoted', [vmi]],
    ['a key', ['-----BEGIN PRIVATE KEY-----', 'geheim', 'geheim', '-----END PRIVATE KEY-----']],
    ['YAML', ['userData: |', '  #cloud-config', '  ssh: geheim', '  b: 1']],
  ])('quotes what a script said without its secrets: %s', (_what, said) => {
    const report = reportOf([...said, 'gave up']);
    expect(report).toContain('Log of hook-sidecar-0, line');
    expect(report).toContain('    gave up');
    expect(report).not.toContain('geheim');
  });

  it('does not grow with retries', () => {
    const [hundred, thousand] = [100, 1000].map((calls) => reportOf(Array<string>(calls).fill(CALLED)));
    expect(hundred).toContain(
      `${STAMP} – ${STAMP} onDefineDomain called, 100 times (Log of hook-sidecar-0, line 1)`,
    );
    expect(thousand?.split('\n')).toHaveLength(hundred?.split('\n').length ?? 0);
  });
});
