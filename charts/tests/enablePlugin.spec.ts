/** Runs the jobs that enable and disable the plugin, as the chart renders them, with a real kubectl as `oc`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResourceType, RunningCluster } from '../../dev/cluster/contract';
import type { FaultClient } from '../../dev/cluster/faults/faultClient';
import { faultClient } from '../../dev/cluster/faults/faultClient';
import { startCluster } from '../../dev/cluster/index';
import { findTool } from './findTool';
import { renderChart } from './renderChart';

const helm = findTool('helm');
const kubectl = findTool('kubectl');
const bash = findTool('bash');
const isRunnable = helm !== undefined && kubectl !== undefined && bash !== undefined;

const PLUGIN = 'kubevirt-sidecar-plugin';
const CONSOLE = 'consoles.operator.openshift.io';

const consoleType: ResourceType = {
  group: 'operator.openshift.io',
  version: 'v1',
  kind: 'Console',
  plural: 'consoles',
  singular: 'console',
  namespaced: false,
  verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'],
  subresources: [{ name: 'status', kind: 'Console', verbs: ['get', 'patch', 'update'] }],
  custom: true,
};

interface Container {
  command: string[];
  args: string[];
  env: { name: string; value: string }[];
}

const containerOf = (action: 'enable' | 'disable'): Container => {
  const jobs = renderChart(helm ?? '', { 'enablePlugin.enabled': true }).filter(({ kind }) => kind === 'Job');
  const job = jobs.find(({ metadata }) => metadata.name === `${PLUGIN}-${action}`);
  const { template } = job?.spec as { template: { spec: { containers: [Container] } } };
  return template.spec.containers[0];
};

interface Outcome {
  code: number;
  stderr: string;
}

describe.skipIf(!isRunnable)('the job that changes the list of plugins', () => {
  let folder: string;
  let cluster: RunningCluster;
  let faults: FaultClient;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'enable-'));
    cluster = await startCluster({
      port: 0,
      faults: true,
      writeKubeconfig: join(folder, 'kubeconfig'),
      behaviours: [
        (host) => {
          host.registerTypes([consoleType]);
        },
      ],
    });
    const admin = cluster.personas.find(({ id }) => id === 'admin')?.token ?? '';
    faults = faultClient(cluster.url, admin);
    const standIn = (name: string, script: string): void => {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, name), 0o755);
    };
    // `oc` is kubectl; before its first patch somebody else may change the object.
    standIn(
      'oc',
      `if [ "$1" = patch ] && [ -f ${folder}/meanwhile ]; then
        ${String(kubectl)} patch ${CONSOLE} cluster --type=merge --patch-file ${folder}/meanwhile >&2
        rm ${folder}/meanwhile
      fi
      exec ${String(kubectl)} "$@"`,
    );
    // Retries do not wait.
    standIn('sleep', 'exit 0');
  });
  afterEach(async () => {
    await cluster.close();
    rmSync(folder, { recursive: true });
  });

  const given = (spec: Record<string, unknown>): void => {
    cluster.host.store.create('consoles', {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'Console',
      metadata: { name: 'cluster' },
      spec,
    });
  };
  const spec = (): unknown => cluster.host.store.get('consoles', undefined, 'cluster')?.spec;
  const meanwhile = (change: Record<string, unknown>): void => {
    writeFileSync(join(folder, 'meanwhile'), JSON.stringify({ spec: change }));
  };

  const run = async (action: 'enable' | 'disable'): Promise<Outcome> => {
    const { command, args, env } = containerOf(action);
    const [, ...options] = command;
    expect(command[0]).toBe('/bin/bash');
    // Without stdin: with a socket as stdin bash assumes an interactive shell and reads its start-up files.
    const child = spawn(bash ?? '', [...options, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...Object.fromEntries(env.map(({ name, value }) => [name, value])),
        HOME: folder,
        KUBECONFIG: join(folder, 'kubeconfig'),
        PATH: [folder, process.env.PATH].join(delimiter),
      },
    });
    const [code, stderr] = await Promise.all([
      once(child, 'close').then(([exit]) => exit as number),
      text(child.stderr),
    ]);
    return { code, stderr };
  };

  it.each([
    ['there is no list', {}, [PLUGIN]],
    ['the list is empty', { plugins: [] }, [PLUGIN]],
    ['there are others', { plugins: ['a', 'b'] }, ['a', 'b', PLUGIN]],
    ['there is one of a longer name', { plugins: [`my-${PLUGIN}`] }, [`my-${PLUGIN}`, PLUGIN]],
    ['it is there', { plugins: [PLUGIN, 'a'] }, [PLUGIN, 'a']],
  ])('adds the plugin where %s, once however often it runs', async (_where, before, plugins) => {
    given({ managementState: 'Managed', ...before });
    for (const time of [1, 2]) {
      expect({ time, ...(await run('enable')) }).toMatchObject({ time, code: 0, stderr: '' });
      expect(spec()).toEqual({ managementState: 'Managed', plugins });
    }
  });

  it.each([
    ['it is among others', { plugins: ['a', PLUGIN, `${PLUGIN}-2`] }, { plugins: ['a', `${PLUGIN}-2`] }],
    ['it is the only one', { plugins: [PLUGIN] }, { plugins: [] }],
    ['it is there twice', { plugins: [PLUGIN, 'a', PLUGIN] }, { plugins: ['a'] }],
    ['it is not there', { plugins: ['a'] }, { plugins: ['a'] }],
    ['there is no list', {}, {}],
  ])('takes only the plugin out where %s', async (_where, before, after) => {
    given(before);
    for (const time of [1, 2]) {
      expect({ time, ...(await run('disable')) }).toMatchObject({ time, code: 0, stderr: '' });
      expect(spec()).toEqual(after);
    }
  });

  it.each([
    ['enable', {}, ['other'], ['other', PLUGIN]],
    ['enable', { plugins: ['a'] }, ['a', 'other'], ['a', 'other', PLUGIN]],
    ['enable', { plugins: ['a'] }, [PLUGIN], [PLUGIN]],
    ['disable', { plugins: ['a', PLUGIN] }, ['other', 'a', PLUGIN], ['other', 'a']],
    ['disable', { plugins: [PLUGIN] }, [], []],
  ] as const)(
    'keeps what somebody else changes meanwhile: %s, %j, meanwhile %j',
    async (action, before, changed, plugins) => {
      given(before);
      meanwhile({ plugins: changed });
      expect(await run(action)).toMatchObject({ code: 0 });
      expect(existsSync(join(folder, 'meanwhile'))).toBe(false);
      expect(spec()).toEqual({ plugins });
    },
  );

  it('needs only the rights to read and patch that object', async () => {
    given({ plugins: ['a'] });
    for (const verb of ['list', 'watch', 'create', 'update', 'delete', 'deletecollection']) {
      await faults.add({ verb, fault: { kind: 'answer', code: 403 } });
    }
    expect(await run('enable')).toMatchObject({ code: 0 });
    expect(await run('disable')).toMatchObject({ code: 0 });
    expect(spec()).toEqual({ plugins: ['a'] });
  });

  it('says which right it lacks', async () => {
    given({});
    const message = `${CONSOLE} "cluster" is forbidden: User "x" cannot patch resource`;
    await faults.add({ method: 'PATCH', fault: { kind: 'answer', code: 403, message } });
    const patch = await run('enable');
    expect(patch.code).toBe(1);
    expect(patch.stderr).toContain(message);
    expect(patch.stderr).toMatch(
      `The list of plugins in ${CONSOLE}/cluster could not be changed: ${PLUGIN} is not enabled.`,
    );
    await faults.clear();
    await faults.add({
      verb: 'get',
      path: '/consoles',
      fault: { kind: 'answer', code: 403, message: 'cannot get' },
    });
    const read = await run('disable');
    expect(read.code).toBe(1);
    expect(read.stderr).toContain('cannot get');
  });

  it('fails where there is no Console operator', async () => {
    const { code, stderr } = await run('enable');
    expect(code).toBe(1);
    expect(stderr).toContain(`${CONSOLE} "cluster" not found`);
  });
});
