import { describe, expect, it } from 'vitest';
import { ALL_NAMESPACES, namespaceOfPath, pathInNamespace } from './namespacePath';

describe('namespaces in paths', () => {
  it.each([
    ['/k8s/ns/demo/pods', 'demo'],
    ['/k8s/ns/demo', 'demo'],
    ['/k8s/all-namespaces/pods', ALL_NAMESPACES],
    ['/k8s/cluster/namespaces', undefined],
    ['/', undefined],
  ])('%s', (path, namespace) => {
    expect(namespaceOfPath(path)).toBe(namespace);
  });

  it.each([
    ['/k8s/ns/a/pods', 'b', '/k8s/ns/b/pods'],
    ['/k8s/ns/a/pods/one/yaml', 'b', '/k8s/ns/b/pods'],
    ['/k8s/ns/a/pods', ALL_NAMESPACES, '/k8s/all-namespaces/pods'],
    ['/k8s/all-namespaces/kubevirt.io~v1~VirtualMachine', 'b', '/k8s/ns/b/kubevirt.io~v1~VirtualMachine'],
    ['/k8s/cluster/nodes', 'b', '/k8s/cluster/nodes'],
  ])('%s in %s is %s', (path, namespace, expected) => {
    expect(pathInNamespace(path, namespace)).toBe(expected);
  });
});
