import { beforeAll, describe, expect, it } from 'vitest';
import { readBuildReport } from './BuildReportPlugin';

// `npm test` builds the plugin before the unit tests; otherwise run `npm run build` first.
describe('the built plugin', () => {
  let report: ReturnType<typeof readBuildReport>;
  beforeAll(() => {
    report = readBuildReport();
  });

  it('takes React and the SDK from the console, and nothing of PatternFly', () => {
    expect(report.shared).toEqual([
      '@openshift-console/dynamic-plugin-sdk',
      'react',
      'react-i18next',
      'react-redux',
      'react-router',
    ]);
  });

  // Components of two copies do not share React contexts.
  it('brings one copy of PatternFly', () => {
    const code = report.patternfly.filter((file) => !/react-(styles|tokens)/.test(file));
    expect(code.length).toBeGreaterThan(100);
    expect(
      code.filter((file) => !/^node_modules\/@patternfly\/react-[a-z-]+\/dist\/esm\//.test(file)),
    ).toEqual([]);
  });
});
