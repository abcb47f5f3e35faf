import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../admission/machineGuard';
import type { Cause } from '../admission/refusal';
import { ApiError } from '../apiError';
import { asStored } from '../behaviour';
import type { AdmissionRequest, ClusterHost, StoredObject } from '../../contract';
import { generatedSuffix } from '../generatedName';
import { areSnapshotsEnabled } from '../hco/featureGates';
import { at, string } from '../untyped';
import { filterCauses } from './filterChecks';
import { CLONES, RESTORES, SNAPSHOTS, type Clone, type Restore } from './copies';

const badRequest = (webhook: string, why: string): ApiError =>
  new ApiError({
    code: 400,
    reason: 'BadRequest',
    message: `admission webhook "${webhook}.kubevirt.io" denied the request: ${why}`,
  });

/** The checks of a reference to a VM. */
const referenceCauses = (object: StoredObject, field: 'source' | 'target'): Cause[] => {
  const path = `spec.${field}`;
  const group = string(at(object, 'spec', field, 'apiGroup'));
  if (group === undefined) {
    return [{ message: 'missing apiGroup', field: `${path}.apiGroup` }];
  }
  if (group !== 'kubevirt.io') {
    return [{ message: 'invalid apiGroup', field: `${path}.apiGroup` }];
  }
  return at(object, 'spec', field, 'kind') === 'VirtualMachine'
    ? []
    : [{ message: 'invalid kind', field: `${path}.kind` }];
};

const changeCauses = ({ object, oldObject }: AdmissionRequest): Cause[] =>
  isDeepStrictEqual(object?.spec, oldObject?.spec)
    ? []
    : [{ message: 'spec in immutable after creation', field: 'spec' }];

const runningRestores = (host: ClusterHost, { metadata, spec }: Restore): Cause[] =>
  (host.store.list(RESTORES, metadata.namespace) as Restore[])
    .filter((other) => isDeepStrictEqual(other.spec.target, spec.target) && other.status?.complete !== true)
    .map((other) => ({
      message: `VirtualMachineRestore "${other.metadata.name}" in progress`,
      field: 'spec.target',
    }));

const cloneCauses = ({ spec }: Clone): Cause[] => {
  const { source, target } = spec;
  const isVm = (kind: string | undefined): boolean => kind === 'VirtualMachine';
  const given = (value: string | undefined, message: string, field: string): Cause[] =>
    (value ?? '') === '' ? [{ message, field }] : [];
  return [
    ...filterCauses(spec),
    ...(isVm(source.kind) || source.kind === 'VirtualMachineSnapshot'
      ? []
      : [{ message: 'Source kind is not supported', field: 'spec.Source.Kind' }]),
    ...(target === undefined || isVm(target.kind)
      ? []
      : [{ message: 'Target kind is not supported', field: 'spec.Target.Kind' }]),
    ...given(source.apiGroup, "Source's APIGroup cannot be empty", 'spec.Source.APIGroup'),
    ...given(source.name, "Source's name cannot be empty", 'spec.Source.Name'),
    ...(isVm(source.kind) && isVm(target?.kind) && target?.name === source.name
      ? [
          {
            message: 'Target name cannot be equal to source name when both are VirtualMachines',
            field: 'spec.target.name',
          },
        ]
      : []),
  ];
};

/** KubeVirt's mutating webhook of clones: a target without a name gets one. */
const withTarget = (object: Clone): Clone => {
  const { source, target } = object.spec;
  if ((target?.name ?? '') !== '') {
    return object;
  }
  const name = `clone-${source.name}-${generatedSuffix()}`;
  const named = { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', ...target, name };
  return { ...object, spec: { ...object.spec, target: named } };
};

/** KubeVirt's webhooks of snapshots, restores and clones. */
export const guardCopies = (host: ClusterHost): void => {
  const guard = (
    plural: string,
    webhook: string,
    disabled: string,
    causesOf: (object: StoredObject) => Cause[],
  ): void => {
    host.onAdmission(plural, (request) => {
      const { operation, object } = request;
      if (object === undefined || object.metadata.deletionTimestamp !== undefined) {
        return undefined;
      }
      if (operation === 'CREATE') {
        if (!areSnapshotsEnabled(host.store)) {
          throw badRequest(webhook, disabled);
        }
        refuse(webhook, causesOf(object));
      } else if (operation === 'UPDATE') {
        refuse(webhook, plural === CLONES ? causesOf(object) : changeCauses(request));
      }
      return undefined;
    });
  };
  host.onAdmission(CLONES, ({ operation, object }) =>
    operation === 'CREATE' && object !== undefined && at(object, 'spec', 'source') !== undefined
      ? asStored(withTarget(object as Clone))
      : undefined,
  );
  guard(
    SNAPSHOTS,
    'virtualmachinesnapshot-validator.snapshot',
    'snapshot feature gate not enabled',
    (object) => referenceCauses(object, 'source'),
  );
  guard(
    RESTORES,
    'virtualmachinerestore-validator.snapshot',
    'Snapshot/Restore feature gate not enabled',
    (object) => [...referenceCauses(object, 'target'), ...runningRestores(host, object as Restore)],
  );
  guard(CLONES, 'vm-clone-validator', 'snapshot feature gate is not enabled', (object) =>
    // A clone without a source is refused by the schema.
    at(object, 'spec', 'source') === undefined ? [] : cloneCauses(object as Clone),
  );
};
