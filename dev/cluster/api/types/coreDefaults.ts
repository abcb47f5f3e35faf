import type { AdmissionHandler, ClusterHost, StoredObject } from '../../contract';
import { withLimitRanges } from '../admission/limitRanges';
import { checkPodSecurity } from '../admission/podSecurity';
import { checkQuotas } from '../admission/quotas';
import { isRecord } from '../../store/jsonValue';
import { withPodDefaults } from './podDefaults';

const onCreate =
  (complete: (object: StoredObject) => StoredObject): AdmissionHandler =>
  ({ operation, object }) =>
    operation === 'CREATE' && object !== undefined ? complete(object) : undefined;

const encoded = (data: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')]),
  );

/** `stringData` is for writing only: it ends up in `data`. */
const mergeStringData = (object: StoredObject): StoredObject => {
  const { stringData, data } = object;
  if (!isRecord(stringData)) {
    return object;
  }
  const merged: StoredObject = {
    ...object,
    data: { ...(isRecord(data) ? data : {}), ...encoded(stringData) },
  };
  delete merged.stringData;
  return merged;
};

/** Fills in what the API server fills in for the built-in types that are created over HTTP. */
export const registerCoreDefaults = (host: ClusterHost): void => {
  host.onAdmission(
    'namespaces',
    onCreate((object) => ({
      ...object,
      metadata: {
        ...object.metadata,
        labels: { ...object.metadata.labels, 'kubernetes.io/metadata.name': object.metadata.name },
      },
      status: { phase: 'Active' },
    })),
  );
  host.onAdmission(
    'pods',
    onCreate((object) => {
      const pod = withLimitRanges(host.store, withPodDefaults(object));
      checkPodSecurity(host.store, pod);
      checkQuotas(host.store, pod);
      return { ...pod, status: pod.status ?? { phase: 'Pending' } };
    }),
  );
  host.onAdmission('secrets', ({ object }) => object && { type: 'Opaque', ...mergeStringData(object) });
  host.onAdmission(
    'persistentvolumeclaims',
    onCreate((object) => ({ ...object, status: object.status ?? { phase: 'Pending' } })),
  );
};
