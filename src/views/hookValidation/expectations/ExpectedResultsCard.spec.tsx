import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { EXPECTED_RESULTS_ANNOTATION } from '../../../sidecars/constants';
import { readDomain, type Domain } from '../../../sidecars/domainXml/parsedDomain';
import { ExpectedResultsCard } from './ExpectedResultsCard';
import { summarize, verifyScript } from './verification';

const DOMAIN = readDomain(
  '<domain><name>web</name><devices><graphics type="vnc" passwd="geheim"/></devices></domain>',
);

interface CardProps {
  isProof: boolean;
  expected?: readonly unknown[];
  domain?: Domain | undefined;
}

const Card = ({
  isProof,
  expected = [{ kind: 'text', text: '<name>web</name>' }],
  domain,
}: CardProps): ReactElement => {
  const script = verifyScript(
    { configMap: 'rename', keys: ['script.sh'], hookPoints: ['onDefineDomain'], presence: 'running' },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'rename',
        namespace: 'default',
        annotations: {
          [EXPECTED_RESULTS_ANNOTATION]: JSON.stringify(expected),
        },
      },
    },
    domain,
  );
  return (
    <ExpectedResultsCard
      namespace="default"
      scripts={[script]}
      verification={summarize([script])}
      domain={domain}
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
    await renderInConsole(<Card domain={DOMAIN} isProof />, { cluster });
    expect(await screen.findByText('Verified')).toBeVisible();
    expect(screen.queryByText(/verifies nothing/)).not.toBeInTheDocument();
  });

  it('takes other XML as a hint only', async () => {
    await renderInConsole(<Card domain={DOMAIN} isProof={false} />, { cluster });
    expect(await screen.findByText(/verifies nothing/)).toBeVisible();
    expect(screen.queryByText('Verified')).not.toBeInTheDocument();
  });

  it('shows secrets, expected or found, only when asked', async () => {
    const expected = [
      { kind: 'xpathEquals', xpath: '//graphics/@passwd', value: 'verborgen' },
      { kind: 'text', text: 'geheim' },
    ];
    const { container } = await renderInConsole(<Card domain={DOMAIN} isProof expected={expected} />, {
      cluster,
    });
    expect(await screen.findByText('Does not hold: found “***”')).toBeVisible();
    expect(screen.getByText('//graphics/@passwd is “***”')).toBeVisible();
    expect(container.innerHTML).not.toMatch(/geheim|verborgen/);
    await userEvent.click(screen.getByRole('switch', { name: 'Show secrets' }));
    expect(screen.getByText('Does not hold: found “geheim”')).toBeVisible();
    expect(screen.getByText('//graphics/@passwd is “verborgen”')).toBeVisible();
    expect(screen.getByText('Contains “geheim”')).toBeVisible();
  });

  it('offers to show secrets only where there are some', async () => {
    await renderInConsole(<Card domain={DOMAIN} isProof />, { cluster });
    expect(await screen.findByText('Verified')).toBeVisible();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  });

  it('makes visible what hides in an expected result', async () => {
    const expected = [{ kind: 'text', text: '\u202Eevil<b>' }];
    await renderInConsole(<Card domain={DOMAIN} isProof expected={expected} />, { cluster });
    expect(await screen.findByText('Contains “[U+202E]evil<b>”')).toBeVisible();
  });

  it('tries expected results on XML that comes while they are edited', async () => {
    let arrive = (): void => undefined;
    const LateCard = (): ReactElement => {
      const [domain, setDomain] = useState<Domain>();
      arrive = () => {
        setDomain(DOMAIN);
      };
      return <Card domain={domain} isProof />;
    };
    const { user } = await renderInConsole(<LateCard />, { cluster });
    const edit = (): HTMLElement =>
      screen.getByRole('button', { name: 'Edit the expected results of rename' });
    await waitFor(() => {
      expect(edit()).not.toHaveAttribute('aria-disabled', 'true');
    });
    await user.click(edit());
    const inDialog = async (text: string | RegExp): Promise<void> =>
      waitFor(() => {
        // Its code is loaded in another dialog.
        expect(within(screen.getByRole('dialog')).getByText(text)).toBeVisible();
      });
    await inDialog(/there is no XML/);
    act(arrive);
    await inDialog('Holds');
  });
});
