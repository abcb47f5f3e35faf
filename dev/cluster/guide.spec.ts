/**
 * Follows the sidecar guide: a real kubectl, in place of `oc`, runs its commands and manifests against the embedded
 * cluster. Only what the guide leaves to its reader is filled in: the namespace, the VM's configuration, names of pods.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from './contract';
import { startCluster } from './index';
import { registerKubeVirt } from './kubevirt';
import { platformObjects } from './kubevirt/platform';
import { whyNoKubectl } from './testing/whyNoKubectl';

const SCRIPT = `apiVersion: v1
kind: ConfigMap
metadata:
  name: xmleditscript
data:
  script.sh: |
    #!/bin/sh
    tempFile=\`mktemp --dry-run\`
    echo $4 > $tempFile
    sed -i "s|<baseBoard></baseBoard>|<baseBoard><entry name='manufacturer'>Radical Edward</entry></baseBoard>|" $tempFile
    cat $tempFile
`;

const MACHINE = `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata:
  name: example-vm
spec:
  runStrategy: Always
  template:
    metadata:
      annotations:
        hooks.kubevirt.io/hookSidecars: '[{"args": ["--version", "v1alpha2"], 
          "configMap": {"name": "xmleditscript", "key": "script.sh", "hookPath": "/usr/bin/onDefineDomain"}}]'
    spec:
      domain:
        devices: {}
        memory:
          guest: 256Mi
      volumes:
      - name: config-volume
        configMap:
          name: xmleditscript
`;

const ENABLE =
  'kubectl annotate --overwrite -n openshift-cnv hco kubevirt-hyperconverged kubevirt.kubevirt.io/jsonpatch=' +
  `'[{"op": "add", "path": "/spec/configuration/developerConfiguration/featureGates/-", "value": "Sidecar"}]'`;

const VERIFY =
  'kubectl get kubevirt kubevirt-kubevirt-hyperconverged -n openshift-cnv' +
  " -o jsonpath='{.spec.configuration.developerConfiguration.featureGates}'";

describe.skipIf(whyNoKubectl() !== undefined)('the guide, by kubectl', () => {
  let cluster: RunningCluster;
  let folder: string;

  /** Runs without blocking this process, which serves the cluster. Rejects with the command's output. */
  const run = async (command: string, input?: string): Promise<string> => {
    const running = promisify(execFile)('bash', ['-c', command], {
      env: { ...process.env, KUBECONFIG: join(folder, 'kubeconfig'), HOME: folder },
    });
    running.child.stdin?.end(input ?? '');
    return (await running).stdout;
  };

  const launcherPod = async (): Promise<string> =>
    (await run('kubectl get pods -n guide -o name | grep virt-launcher-example-vm')).trim();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guide-'));
    cluster = await startCluster({
      port: 0,
      writeKubeconfig: join(folder, 'kubeconfig'),
      behaviours: [registerKubeVirt],
      timing: { podStart: 20, domainStart: 20, hcoReconcile: 20, syncRetry: 200 },
      objects: platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: false }),
    });
  });

  afterAll(async () => {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused while the gate is off', async () => {
    await run('kubectl create namespace guide');
    await run('kubectl apply -n guide -f -', SCRIPT);
    await expect(run('kubectl apply -n guide -f -', MACHINE)).rejects.toThrow(
      /sidecar feature gate is not enabled in kubevirt-config/,
    );
  });

  it('enables the feature gate', async () => {
    expect(await run(VERIFY)).not.toContain('Sidecar');
    expect(await run(ENABLE)).toContain('annotated');
    const wait = `for i in $(seq 50); do ${VERIFY} | grep -q Sidecar && break; sleep 0.1; done; ${VERIFY}`;
    expect(await run(wait)).toContain('"Sidecar"');
  });

  it('creates the script and the VM, and the VM starts', async () => {
    expect(await run('kubectl apply -n guide -f -', SCRIPT)).toMatch(
      /configmap\/xmleditscript (created|unchanged|configured)/,
    );
    expect(await run('kubectl apply -n guide -f -', MACHINE)).toContain(
      'virtualmachine.kubevirt.io/example-vm created',
    );
    await run('kubectl wait -n guide vm/example-vm --for=condition=Ready --timeout=30s');
    expect(await run('kubectl get pods -n guide | grep virt-launcher-example-vm')).toMatch(
      /^virt-launcher-example-vm-\S+ +2\/2 +Running/,
    );
  });

  it('shows the manufacturer in the domain XML, by method 1', async () => {
    const pod = await launcherPod();
    expect(await run(`kubectl exec ${pod} -n guide -- virsh dumpxml 1 | grep -A3 manufacturer`)).toContain(
      "<entry name='manufacturer'>Radical Edward</entry>",
    );
    expect(await run(`kubectl exec ${pod} -n guide -c compute -- virsh dumpxml guide_example-vm`)).toContain(
      'Radical Edward',
    );
  });

  it("has the disk in the guest that the guide's extra volume adds", async () => {
    const pod = await launcherPod();
    expect(await run(`kubectl exec ${pod} -n guide -c compute -- virsh dumpxml guide_example-vm`)).toContain(
      'ua-config-volume',
    );
  });
});
