import { afterEach, describe, expect, it } from 'vitest';
import { soon } from './testing/hookedVm';
import { configMap, sidecar, testCluster, virtualMachine, type TestCluster } from './testing/testCluster';

let cluster: TestCluster;
afterEach(() => cluster.host.close());

/** Prints a line with its name to stderr for each call, and marks the domain. */
const SCRIPT = `#!/bin/sh
echo "called in \${CONTAINER_NAME:-nowhere}" >&2
printf '%s' "$4" | sed 's|<sysinfo |<!-- marked --><sysinfo |'
`;

const image = (version: string): string => `quay.io/kubevirt/sidecar-shim:${version}`;

interface Expected {
  /** Hook protocol versions of the shim. */
  newest: 'v1alpha2' | 'v1alpha3';
  /** The result without an image. */
  withoutImage: 'runs' | 'refused';
  /** Number of calls of the script at a start, from its log; 'unknown' if stderr is lost. */
  calls: number | 'unknown' | 'not mounted';
  name: 'hook-sidecar-0' | 'nowhere' | undefined;
  /** The HCO of the same release, and the versions that it serves, the stored one first. */
  hco: string;
  hcoVersions: string[];
}

const EXPECTED: Record<string, Expected> = {
  'v1.1.0': {
    hco: '1.11.0', newest: 'v1alpha2', withoutImage: 'refused', calls: 'not mounted', name: undefined, hcoVersions: ['v1beta1'],
  },
  'v1.2.0': {
    hco: '1.12.0', newest: 'v1alpha3', withoutImage: 'refused', calls: 'unknown', name: undefined, hcoVersions: ['v1beta1'],
  },
  'v1.3.0': {
    hco: '1.13.0', newest: 'v1alpha3', withoutImage: 'runs', calls: 2, name: 'nowhere', hcoVersions: ['v1beta1'],
  },
  'v1.4.0': {
    hco: '1.14.0', newest: 'v1alpha3', withoutImage: 'runs', calls: 2, name: 'nowhere', hcoVersions: ['v1beta1'],
  },
  'v1.5.0': {
    hco: '1.15.0', newest: 'v1alpha3', withoutImage: 'runs', calls: 2, name: 'nowhere', hcoVersions: ['v1beta1'],
  },
  'v1.6.0': {
    hco: '1.16.0', newest: 'v1alpha3', withoutImage: 'runs', calls: 2, name: 'hook-sidecar-0', hcoVersions: ['v1beta1'],
  },
  'v1.7.0': {
    hco: '1.17.0', newest: 'v1alpha3', withoutImage: 'runs', calls: 2, name: 'hook-sidecar-0', hcoVersions: ['v1beta1'],
  },
  'v1.8.0': {
    hco: '1.18.0', newest: 'v1alpha3', withoutImage: 'runs', calls: 2, name: 'hook-sidecar-0', hcoVersions: ['v1beta1', 'v1'],
  },
  'v1.9.0': {
    hco: '1.19.0', newest: 'v1alpha3', withoutImage: 'runs', calls: 2, name: 'hook-sidecar-0', hcoVersions: ['v1', 'v1beta1'],
  },
}; // prettier-ignore

const start = (kubeVirtVersion: string, annotation: string): void => {
  cluster = testCluster({}, { kubeVirtVersion });
  cluster.create(configMap('hook', { 'script.sh': SCRIPT }), virtualMachine('vm', annotation));
};

describe.each(Object.entries(EXPECTED))('KubeVirt %s', (version, expected) => {
  it('runs a script that is attached as this release wants it', async () => {
    start(version, sidecar('hook', { image: image(version), args: ['--version', expected.newest] }));
    await soon(() => {
      expect(cluster.vm('vm')?.status?.printableStatus).toBe('Running');
    });
    const log = cluster.log('vm', 'hook-sidecar-0');
    const calls = log.match(/called in \S+?(?=")/g) ?? [];
    expect(log.match(/Executing onDefineDomain/g)?.length ?? 0).toBe(
      expected.calls === 'not mounted' ? 0 : expected.calls === 'unknown' ? 2 : expected.calls,
    );
    expect(calls).toHaveLength(typeof expected.calls === 'number' ? expected.calls : 0);
    expect(calls[0]).toBe(expected.name && `called in ${expected.name}`);
    const { volumes = [] } = cluster.pod('vm')?.spec ?? {};
    expect(volumes.some(({ name }) => name === 'hook')).toBe(expected.calls !== 'not mounted');
  });

  it('takes an entry without an image as the table says', async () => {
    start(version, sidecar('hook', { args: ['--version', expected.newest] }));
    await soon(() => {
      const synchronized = cluster
        .vmi('vm')
        ?.status?.conditions?.find(({ type }) => type === 'Synchronized')?.message;
      expect({ status: cluster.vm('vm')?.status?.printableStatus, synchronized }).toEqual(
        expected.withoutImage === 'runs'
          ? { status: 'Running', synchronized: undefined }
          : {
              status: 'Starting',
              synchronized: expect.stringContaining('spec.containers[1].image: Required value') as string,
            },
      );
    });
    expect(cluster.pod('vm')?.spec.containers[1]?.image).toBe(
      expected.withoutImage === 'runs' ? image(version) : undefined,
    );
  });

  it('knows its versions of the hook protocol', async () => {
    start(version, sidecar('hook', { image: image(version), args: ['--version', 'v2'] }));
    await soon(() => {
      expect(cluster.log('vm', 'hook-sidecar-0')).toContain(
        `Supported options are [v1alpha1 v1alpha2${expected.newest === 'v1alpha3' ? ' v1alpha3' : ''}].`,
      );
    });
  });

  it('comes with the HCO of the same release and its API versions', () => {
    cluster = testCluster({}, { kubeVirtVersion: version, hco: true });
    const { store } = cluster.host;
    const type = store.types().find(({ plural }) => plural === 'hyperconvergeds');
    const [hco] = store.list('hyperconvergeds');
    expect([type?.version, ...(type?.alsoServedAs ?? [])]).toEqual(expected.hcoVersions);
    expect(hco?.apiVersion).toBe(`hco.kubevirt.io/${expected.hcoVersions[0] ?? ''}`);
    expect(hco?.status).toMatchObject({ versions: [{ name: 'operator', version: expected.hco }] });
  });
});

describe('the order of hooks', () => {
  const order = async (kubeVirtVersion: string): Promise<string> => {
    const script = (name: string): string =>
      `#!/bin/sh\nprintf '%s' "$4" | sed 's|<baseBoard>|<baseBoard><entry name="location">${name}</entry>|'\n`;
    cluster = testCluster({}, { kubeVirtVersion });
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    cluster.create(
      ...names.map((name) => configMap(name, { 'script.sh': script(name) })),
      virtualMachine('vm', JSON.stringify(names.flatMap((name) => JSON.parse(sidecar(name)) as unknown[]))),
    );
    await soon(() => {
      expect(cluster.vm('vm')?.status?.printableStatus).toBe('Running');
    });
    const dump = /Base64 dump ([\w+/=]+)/.exec(cluster.log('vm', 'compute'))?.[1] ?? '';
    await cluster.host.close();
    return (
      Buffer.from(dump, 'base64')
        .toString()
        .match(/location">\w/g) ?? []
    )
      .map((hit) => hit.at(-1))
      .join('');
  };

  it('is that of the names from 1.6, each prepending to the last', async () => {
    expect(await order('v1.6.0')).toBe('fedcba');
  });

  it('is random before, and all run', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 8 && seen.size < 2; round += 1) {
      const found = await order('v1.5.0');
      expect(Array.from(found).sort().join('')).toBe('abcdef');
      seen.add(found);
    }
    expect(seen.size).toBe(2);
  });
});

describe('a sidecar that does not start', () => {
  const gaveUp = 'Failed to collect all expected sidecar hook sockets within given timeout';
  const none = JSON.stringify([{ image: image('v1.9.0') }]);

  it('makes virt-launcher give up from 1.6', async () => {
    start('v1.6.0', none);
    await soon(() => {
      expect(cluster.log('vm', 'compute')).toContain(gaveUp);
    });
  });

  it('lets it wait for ever before, unless another one came up', async () => {
    start('v1.5.0', none);
    const one = { image: image('v1.5.0'), args: ['--version', 'v1alpha3'] };
    cluster.create(virtualMachine('half', JSON.stringify([one, { image: image('v1.5.0') }])));
    await soon(() => {
      expect(cluster.log('half', 'compute')).toContain(gaveUp);
    });
    expect(cluster.log('vm', 'hook-sidecar-0')).toContain('Missing --version parameter');
    expect(cluster.log('vm', 'compute')).not.toContain(gaveUp);
  });

  it('of a newer image brings that image’s protocol', async () => {
    start('v1.1.0', sidecar('hook', { image: image('v1.9.0') }));
    await soon(() => {
      expect(cluster.vm('vm')?.status?.printableStatus).toBe('Running');
    });
  });
});

describe('a gate that is listed as enabled and disabled', () => {
  const update = (kubeVirtVersion: string): unknown => {
    cluster = testCluster({}, { kubeVirtVersion });
    const { store } = cluster.host;
    const [object] = store.list('kubevirts');
    const type = store.findType('kubevirt.io', 'v1', 'kubevirts');
    if (object === undefined || type === undefined) {
      throw new Error('There is no KubeVirt');
    }
    const developerConfiguration = { featureGates: ['Sidecar'], disabledFeatureGates: ['Sidecar'] };
    return cluster.host.admit({
      operation: 'UPDATE',
      type,
      namespace: object.metadata.namespace,
      name: object.metadata.name,
      object: { ...object, spec: { configuration: { developerConfiguration } } },
      oldObject: object,
      user: { name: 'admin', groups: [] },
      dryRun: false,
    })?.spec;
  };

  it('is refused from 1.8', () => {
    expect(() => update('v1.8.0')).toThrow(
      'denied the request: feature gate "Sidecar" exists on both "FeatureGates" and "DisabledFeatureGates"',
    );
  });

  it('is enabled before: the other list is not known', () => {
    expect(update('v1.7.0')).toEqual({
      configuration: { developerConfiguration: { featureGates: ['Sidecar'] } },
    });
  });
});
