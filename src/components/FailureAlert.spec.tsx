import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { FailureAlert } from './FailureAlert';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

const forbidden = (message: string): unknown => ({ code: 403, json: { message, reason: 'Forbidden' } });

it.each([
  [
    'a policy',
    `virtualmachines.kubevirt.io "vm" is forbidden: ValidatingAdmissionPolicy 'hooks' with binding 'team' denied request: needs the verb use`,
    'Policy hooks of the cluster refused it',
    'needs the verb use',
  ],
  [
    'a webhook',
    'admission webhook "check.example.com" denied the request: no hooks\non Fridays',
    'Admission webhook check.example.com of the cluster refused it',
    'no hooks on Fridays',
  ],
  [
    'a webhook that gives no reason',
    'admission webhook "check.example.com" denied the request without explanation',
    'Admission webhook check.example.com of the cluster refused it',
    'It gave no explanation.',
  ],
  [
    'a quota',
    'configmaps "script" is forbidden: exceeded quota: few, requested: count/configmaps=1, used: count/configmaps=9, limited: count/configmaps=9',
    'It would exceed quota few of the namespace',
    'requested: count/configmaps=1, used: count/configmaps=9, limited: count/configmaps=9',
  ],
  [
    'Pod Security',
    'pods "try" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
    'Pod Security level restricted:latest of the namespace does not allow it',
    'runAsNonRoot != true',
  ],
  [
    'a namespace that is being deleted',
    'configmaps "script" is forbidden: unable to create new content in namespace lab because it is being terminated',
    'A rule of the cluster does not allow it',
    'unable to create new content in namespace lab because it is being terminated',
  ],
  [
    'missing permissions for one object',
    'configmaps "script" is forbidden: User "eve" cannot delete resource "configmaps" in API group "" in the namespace "lab"',
    'You may not do this',
    'The cluster said: configmaps "script" is forbidden: User "eve" cannot delete resource "configmaps" in API group "" in the namespace "lab"',
  ],
  [
    'missing permissions',
    'User "eve" cannot patch resource "virtualmachines"',
    'You may not do this',
    'The cluster said: User "eve" cannot patch resource "virtualmachines"',
  ],
])('says who refused: %s', async (_who, message, title, text) => {
  await renderInConsole(<FailureAlert error={forbidden(message)} title="You may not do this" />, { cluster });
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.getByText(text)).toBeVisible();
});

it('shows only the beginning of a long message, and all of it on request', async () => {
  const message = `${'long '.repeat(200)}end`;
  const { user } = await renderInConsole(<FailureAlert error={forbidden(message)} title="Refused" />, {
    cluster,
  });
  expect(await screen.findByText(/long/)).not.toHaveTextContent('end');
  await user.click(screen.getByRole('button', { name: 'Show the whole message' }));
  expect(screen.getByText(/long/)).toHaveTextContent('end');
});
