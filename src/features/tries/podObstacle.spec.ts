import { expect, it } from 'vitest';
import { podObstacle } from './podObstacle';

it.each([
  [
    'pods is forbidden: User "viewer" cannot create resource "pods" in API group "" in the namespace "team"',
    'mayNotCreate',
  ],
  ['pods "x" is forbidden: exceeded quota: q, requested: pods=1, used: pods=3, limited: pods=3', 'quota'],
  ['pods "x" is forbidden: failed quota: q: must specify limits.ephemeral-storage for: try', 'quota'],
  ['pods "x" is forbidden: maximum memory usage per Container is 128Mi, but limit is 256Mi', 'limitRange'],
  [
    'pods "x" is forbidden: cpu max limit to request ratio per Container is 4, but provided ratio is 10.000000',
    'limitRange',
  ],
  ['pods "x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true', 'podSecurity'],
  [
    'pods "x" is forbidden: unable to validate against any security context constraint: []',
    'securityContextConstraint',
  ],
  ['try: ImagePullBackOff: Back-off pulling image "x"', 'image'],
  [
    'try: CreateContainerConfigError: container has runAsNonRoot and image will run as root (pod: "x")',
    'rootImage',
  ],
  ['0/3 nodes are available: 3 Insufficient cpu.', 'unschedulable'],
  ['DeadlineExceeded', 'deadline'],
  ['something else', undefined],
])('%s', (said, obstacle) => {
  expect(podObstacle(said)).toBe(obstacle);
});
