import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { EXPECTED_RESULTS_ANNOTATION } from '../../../sidecars/annotation/constants';
import { newBudget } from '../../../sidecars/domainXml/evaluate';
import { readDomain, type ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { Sidecar } from '../../../sidecars/annotation/sidecar';
import type { SingleSidecarState } from '../../../sidecars/state/state';
import type { AttachedScript } from '../../../sidecars/domainXml/attachedScripts';
import { ExpectedResultsCard } from './ExpectedResultsCard';
import { summarize, verifyScript } from '../../../sidecars/domainXml/verification';

const DOMAIN = readDomain(
  '<domain><name>web</name><devices><graphics type="vnc" passwd="geheim"/></devices></domain>',
);

interface CardProps {
  isProof: boolean;
  expected?: readonly unknown[];
  domain?: ParsedDomain | undefined;
  presence?: AttachedScript['presence'];
  states?: readonly SingleSidecarState['kind'][];
}

const Card = ({
  isProof,
  expected = [{ kind: 'text', text: '<name>web</name>' }],
  domain,
  presence = 'running',
  states = ['applied'],
}: CardProps): ReactElement => {
  const script = verifyScript(
    { configMap: 'rename', keys: ['script.sh'], hookPoints: ['onDefineDomain'], presence },
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
    newBudget(),
  );
  return (
    <ExpectedResultsCard
      namespace="default"
      scripts={[script]}
      states={states.map((kind, index) => ({
        kind,
        index,
        reasons: [],
        sidecar: { configMap: { name: 'rename', key: 'script.sh' } } as Sidecar,
      }))}
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

  it('verifies against the running domain', async () => {
    await renderInConsole(<Card domain={DOMAIN} isProof />, { cluster });
    expect(await screen.findByText('Verified')).toBeVisible();
    expect(screen.queryByText(/does not verify/)).not.toBeInTheDocument();
  });

  it.each<[string, CardProps['states'], string]>([
    ['applies', ['appliesAtNextStart'], 'Applies at next start'],
    ['is known to fail', ['failsAtNextStart'], 'Fails at next start'],
    ['fails in one of its sidecars', ['appliesAtNextStart', 'failing'], 'Failing'],
  ])('tells that a script that does not run yet %s', async (_what, states, label) => {
    await renderInConsole(<Card isProof={false} presence="atNextStart" states={states ?? []} />, { cluster });
    expect(await screen.findByText(label)).toBeVisible();
    expect(screen.getAllByText(/^(Applies at next start|Fails at next start|Failing)$/)).toHaveLength(1);
  });

  it('does not count a missing result of a script that has not run yet as a failure', async () => {
    const expected = [{ kind: 'text', text: 'not there' }];
    await renderInConsole(<Card domain={DOMAIN} isProof expected={expected} presence="atNextStart" />, {
      cluster,
    });
    expect(await screen.findByText('Does not hold yet: the script runs from the next start')).toBeVisible();
  });

  it('treats other XML only as a hint', async () => {
    await renderInConsole(<Card domain={DOMAIN} isProof={false} />, { cluster });
    expect(await screen.findByText(/does not verify/)).toBeVisible();
    expect(screen.queryByText('Verified')).not.toBeInTheDocument();
  });

  it('shows expected and found passwords unmasked', async () => {
    const expected = [{ kind: 'xpathEquals', xpath: '//graphics/@passwd', value: 'verborgen' }];
    await renderInConsole(<Card domain={DOMAIN} isProof expected={expected} />, { cluster });
    expect(await screen.findByText('Does not hold: found “geheim”')).toBeVisible();
    expect(screen.getByText('//graphics/@passwd is “verborgen”')).toBeVisible();
  });

  it('makes hidden characters in an expected result visible', async () => {
    const expected = [{ kind: 'text', text: '\u202Eevil<b>' }];
    await renderInConsole(<Card domain={DOMAIN} isProof expected={expected} />, { cluster });
    expect(await screen.findByText('Contains “[U+202E]evil<b>”')).toBeVisible();
  });

  it('names an expected result that is too expensive to judge', async () => {
    const xpath = `count(//*${'[count(//*'.repeat(12)}${')>1]'.repeat(12)})`;
    await renderInConsole(<Card domain={DOMAIN} isProof expected={[{ kind: 'xpathExists', xpath }]} />, {
      cluster,
    });
    expect(await screen.findByText(/^Not judged: too expensive/)).toBeVisible();
    expect(screen.getByText(`${xpath} exists`)).toBeVisible();
    expect(screen.queryByText('Verified')).not.toBeInTheDocument();
  });

  it('shows a long list in parts, also in the form', async () => {
    const expected = Array.from({ length: 120 }, (_, index) => ({ kind: 'text', text: `t${index}` }));
    const { user } = await renderInConsole(<Card domain={DOMAIN} isProof expected={expected} />, { cluster });
    expect(await screen.findAllByText(/^Contains “t/)).toHaveLength(50);
    expect(screen.getByText(/The first 50 of 120 are shown/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(screen.getAllByText(/^Contains “t/)).toHaveLength(100);
    await openForm(user);
    // Its code shows a loading dialog first.
    await screen.findByRole('group', { name: 'Expected result 50' });
    expect(screen.queryByRole('group', { name: 'Expected result 51' })).not.toBeInTheDocument();
  });

  const openForm = async (user: UserEvent): Promise<void> => {
    const edit = (): HTMLElement =>
      screen.getByRole('button', { name: 'Edit the expected results of rename' });
    await waitFor(() => {
      expect(edit()).not.toHaveAttribute('aria-disabled', 'true');
    });
    await user.click(edit());
  };

  it('moves the focus to an added expected result, and to the successor of a removed one', async () => {
    const expected = ['a', 'b', 'c'].map((text) => ({ kind: 'text', text }));
    const { user } = await renderInConsole(<Card expected={expected} isProof />, { cluster });
    await openForm(user);
    const remove = async (number: number): Promise<void> =>
      user.click(await screen.findByRole('button', { name: `Remove expected result ${String(number)}` }));
    const checkOf = (number: number): HTMLElement =>
      within(screen.getByRole('group', { name: `Expected result ${String(number)}` })).getByRole('combobox');
    await remove(1);
    expect(checkOf(1)).toHaveFocus();
    await remove(2);
    expect(checkOf(1)).toHaveFocus();
    await remove(1);
    const add = screen.getByRole('button', { name: 'Add another' });
    expect(add).toHaveFocus();
    await user.click(add);
    expect(checkOf(1)).toHaveFocus();
  });

  it('evaluates expected results on XML that loads while they are edited', async () => {
    let arrive = (): void => undefined;
    const LateCard = (): ReactElement => {
      const [domain, setDomain] = useState<ParsedDomain>();
      arrive = () => {
        setDomain(DOMAIN);
      };
      return <Card domain={domain} isProof />;
    };
    const { user } = await renderInConsole(<LateCard />, { cluster });
    await openForm(user);
    const inDialog = async (text: string | RegExp): Promise<void> =>
      waitFor(() => {
        // Its code shows a loading dialog first.
        expect(within(screen.getByRole('dialog')).getByText(text)).toBeVisible();
      });
    await inDialog(/there is no XML/);
    act(arrive);
    await inDialog('Holds');
  });
});
