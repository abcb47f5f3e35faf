/** Why a cluster does not create or start a pod. */
type PodObstacle =
  | 'mayNotCreate'
  | 'quota'
  | 'limitRange'
  | 'podSecurity'
  | 'securityContextConstraint'
  | 'image'
  | 'rootImage'
  | 'unschedulable'
  | 'deadline';

/** The words of Kubernetes and OpenShift by which an obstacle is known. */
const WORDS: readonly (readonly [PodObstacle, RegExp])[] = [
  ['mayNotCreate', /cannot create resource "pods"/],
  ['quota', /exceeded quota:|failed quota:/],
  ['limitRange', /(?:maximum|minimum) \S+ usage per (?:Container|Pod)|limit to request ratio/],
  ['podSecurity', /violates PodSecurity/],
  ['securityContextConstraint', /unable to validate against any security context constraint/],
  ['rootImage', /runAsNonRoot|image will run as root/],
  ['image', /ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|ImageInspectError/],
  ['unschedulable', /nodes are available/],
  ['deadline', /DeadlineExceeded/],
];

/** The obstacle in a message of the cluster; undefined if it is none of these. */
export const podObstacle = (said: string): PodObstacle | undefined =>
  WORDS.find(([, words]) => words.test(said))?.[0];
