import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { EXPECTED_RESULTS_ANNOTATION } from '../../../sidecars/constants';
import { parseDomain } from '../../../sidecars/domainXml/parsedDomain';
import { ExpectedResultsCard } from './ExpectedResultsCard';
import { summarize, verifyScript } from './verification';

const DOMAIN = parseDomain('<domain><name>web</name></domain>');

const Card = ({ isProof }: { isProof: boolean }): ReactElement => {
  const script = verifyScript(
    { configMap: 'rename', keys: ['script.sh'], hookPoints: ['onDefineDomain'], presence: 'running' },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'rename',
        namespace: 'default',
        annotations: {
          [EXPECTED_RESULTS_ANNOTATION]: JSON.stringify([{ kind: 'text', text: '<name>web</name>' }]),
        },
      },
    },
    DOMAIN,
  );
  return (
    <ExpectedResultsCard
      namespace="default"
      scripts={[script]}
      verification={summarize([script])}
      domain={DOMAIN}
      isChecking={false}
      isProof={isProof}
      onShowLines={undefined}
    />
  );
};

describe('the card of expected results', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => {
    await cluster.close();
  });

  it('verifies by the running domain', async () => {
    await renderInConsole(<Card isProof />, { cluster });
    expect(await screen.findByText('Verified')).toBeVisible();
    expect(screen.queryByText(/verifies nothing/)).not.toBeInTheDocument();
  });

  it('takes other XML as a hint only', async () => {
    await renderInConsole(<Card isProof={false} />, { cluster });
    expect(await screen.findByText(/verifies nothing/)).toBeVisible();
    expect(screen.queryByText('Verified')).not.toBeInTheDocument();
  });
});
