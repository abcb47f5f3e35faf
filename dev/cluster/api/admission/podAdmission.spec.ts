import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namespace, runningPod, startTestApi, type TestApi } from '../testing/testApi';

let api: TestApi;
beforeEach(async () => {
  const restricted = namespace('restricted');
  restricted.metadata.labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  api = await startTestApi([restricted, runningPod('one'), runningPod('two')]);
});
afterEach(() => api.cluster.close());

const add = (kind: string, plural: string, spec: Record<string, unknown>): void => {
  const metadata = { name: 'few', namespace: 'team-a' };
  api.cluster.host.store.create(plural, { apiVersion: 'v1', kind, metadata, spec });
};

const quota = (hard: Record<string, string>): void => {
  add('ResourceQuota', 'resourcequotas', { hard });
};

const create = async (
  containers: Record<string, unknown>[],
  spec: Record<string, unknown> = {},
  where = 'team-a',
): Promise<{ code: number; message: unknown; spec: unknown }> => {
  const body = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'new' },
    spec: {
      containers: containers.map((container, index) => ({ name: `c${index}`, image: 'x', ...container })),
      ...spec,
    },
  };
  const answer = await api.request('POST', `/api/v1/namespaces/${where}/pods`, { body });
  return { code: answer.code, message: answer.body.message, spec: answer.body.spec };
};

const resources = (limits: Record<string, string>, requests: Record<string, string> = {}) => ({
  resources: { limits, requests },
});

it('completes a pod', async () => {
  expect((await create([{}])).spec).toMatchObject({
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    serviceAccountName: 'default',
    containers: [{ imagePullPolicy: 'Always', terminationMessagePath: '/dev/termination-log' }],
  });
});

describe('a quota of the namespace', () => {
  it('refuses one pod too many', async () => {
    quota({ pods: '2' });
    expect(await create([{}])).toMatchObject({
      code: 403,
      message:
        'pods "new" is forbidden: exceeded quota: few, requested: pods=1, used: pods=2, limited: pods=2',
    });
  });

  it('counts only pods that have not ended', async () => {
    quota({ pods: '2' });
    api.cluster.host.store.modify('pods', 'team-a', 'one', (draft) => {
      draft.status = { phase: 'Failed' };
    });
    expect((await create([{}])).code).toBe(201);
  });

  it('refuses more memory and CPU than is left', async () => {
    quota({ 'requests.memory': '1Gi', 'limits.cpu': '1' });
    expect((await create([resources({ cpu: '600m', memory: '400Mi' })])).code).toBe(201);
    const message =
      'pods "new" is forbidden: exceeded quota: few, requested: limits.cpu=500m,requests.memory=700Mi, used: limits.cpu=600m,requests.memory=400Mi, limited: limits.cpu=1,requests.memory=1Gi';
    expect(await create([resources({ cpu: '500m' }, { memory: '700Mi' })])).toMatchObject({ message });
  });

  it('refuses containers without the values that it limits', async () => {
    quota({ 'limits.memory': '1Gi', 'limits.cpu': '1' });
    expect(await create([{}, resources({ cpu: '1' })])).toMatchObject({
      code: 403,
      message:
        'pods "new" is forbidden: failed quota: few: must specify limits.cpu for: c0; limits.memory for: c0,c1',
    });
  });

  it('takes the defaults of a LimitRange', async () => {
    quota({ 'limits.cpu': '1' });
    add('LimitRange', 'limitranges', {
      limits: [{ type: 'Container', default: { cpu: '100m' }, defaultRequest: { cpu: '10m' } }],
    });
    const { code, spec } = await create([{}]);
    expect(code).toBe(201);
    expect(spec).toMatchObject({ containers: [resources({ cpu: '100m' }, { cpu: '10m' })] });
  });
});

describe('a namespace with the security level "restricted"', () => {
  it('refuses a pod that asks for too much, in the words of the API server', async () => {
    expect(await create([{}, {}], { volumes: [{ name: 'v', hostPath: {} }] }, 'restricted')).toMatchObject({
      code: 403,
      message:
        'pods "new" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (containers "c0", "c1" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (containers "c0", "c1" must set securityContext.capabilities.drop=["ALL"]), restricted volume types (volume "v" uses restricted volume type "hostPath"), runAsNonRoot != true (pod or containers "c0", "c1" must set securityContext.runAsNonRoot=true), seccompProfile (pod or containers "c0", "c1" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    });
  });

  it('takes a pod that asks for little', async () => {
    const container = {
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    };
    const securityContext = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
    expect((await create([container], { securityContext }, 'restricted')).code).toBe(201);
    const root = { securityContext: { ...container.securityContext, runAsNonRoot: false } };
    expect((await create([root], { securityContext }, 'restricted')).message).toContain(
      '"restricted:latest": runAsNonRoot != true (',
    );
  });
});
