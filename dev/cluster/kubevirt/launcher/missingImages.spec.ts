import { expect, it } from 'vitest';
import { HOOK, hookedVm, soon } from '../testing/hookedVm';

const { cluster, start, status, synchronized } = hookedVm();

it('an image that may not be pulled is missing, in the words of the kubelet', async () => {
  const image = 'registry.example/own:v1';
  start(JSON.stringify([{ ...HOOK, image, imagePullPolicy: 'Never' }]), '#!/bin/sh\n');
  const message = `Container image "${image}" is not present with pull policy of Never`;
  await soon(() => {
    expect(cluster().pod('vm')?.status?.containerStatuses?.[1]?.state).toEqual({
      waiting: { reason: 'ErrImageNeverPull', message },
    });
  });
  expect(cluster().events('ErrImageNeverPull')[0]?.message).toBe(message);
  expect(
    cluster()
      .events('Failed')
      .map((event) => event.message),
  ).toEqual(['Error: ErrImageNeverPull']);
  expect(status()).toBe('Starting');
  expect(synchronized()).toBeUndefined();
});
