import type { StoredObject } from '../../contract';
import type { FieldError } from '../../store/apiError';
import { invalid, invalidValue, requiredValue } from '../../store/apiError';
import { isRecord } from '../../store/jsonValue';
import { dnsLabelFaults } from '../../store/nameRules';

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

const records = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const nameErrors = (field: string, name: string, seen: Set<string>): FieldError[] => {
  if (name === '') {
    return [requiredValue(field)];
  }
  const errors = dnsLabelFaults(name).map((why) => invalidValue(field, name, why));
  if (seen.has(name)) {
    errors.push({
      field,
      reason: 'FieldValueDuplicate',
      message: `Duplicate value: ${JSON.stringify(name)}`,
    });
  }
  seen.add(name);
  return errors;
};

const mountErrors = (path: string, mounts: unknown, volumes: ReadonlySet<string>): FieldError[] => {
  const seenPaths = new Set<string>();
  return records(mounts).flatMap((mount, index) => {
    const field = `${path}.volumeMounts[${index}]`;
    const name = text(mount.name);
    const mountPath = text(mount.mountPath);
    const errors: FieldError[] = [];
    if (name === '') {
      errors.push(requiredValue(`${field}.name`));
    } else if (!volumes.has(name)) {
      errors.push({
        field: `${field}.name`,
        reason: 'FieldValueNotFound',
        message: `Not found: ${JSON.stringify(name)}`,
      });
    }
    if (mountPath === '') {
      errors.push(requiredValue(`${field}.mountPath`));
    } else if (seenPaths.has(mountPath)) {
      errors.push(invalidValue(`${field}.mountPath`, mountPath, 'must be unique'));
    }
    seenPaths.add(mountPath);
    return errors;
  });
};

const containerErrors = (
  path: string,
  containers: unknown,
  volumes: ReadonlySet<string>,
  seen: Set<string>,
): FieldError[] =>
  records(containers).flatMap((container, index) => {
    const field = `${path}[${index}]`;
    const policy = container.imagePullPolicy;
    return [
      ...nameErrors(`${field}.name`, text(container.name), seen),
      ...(text(container.image) === '' ? [requiredValue(`${field}.image`)] : []),
      ...(policy === undefined || PULL_POLICIES.includes(text(policy))
        ? []
        : [
            {
              field: `${field}.imagePullPolicy`,
              reason: 'FieldValueNotSupported' as const,
              message: `Unsupported value: ${JSON.stringify(policy)}: supported values: ${PULL_POLICIES.map((name) => `"${name}"`).join(', ')}`,
            },
          ]),
      ...mountErrors(field, container.volumeMounts, volumes),
    ];
  });

/** What the API server checks of a pod's volumes and containers. Throws ApiError 422. */
export const checkPod = (object: StoredObject): void => {
  const spec = isRecord(object.spec) ? object.spec : {};
  const volumes = new Set<string>();
  const seen = new Set<string>();
  const errors = [
    ...records(spec.volumes).flatMap((volume, index) =>
      nameErrors(`spec.volumes[${index}].name`, text(volume.name), volumes),
    ),
    ...(records(spec.containers).length === 0 ? [requiredValue('spec.containers')] : []),
    ...containerErrors('spec.containers', spec.containers, volumes, seen),
    ...containerErrors('spec.initContainers', spec.initContainers, volumes, seen),
  ];
  if (errors.length > 0) {
    throw invalid({ group: '', kind: 'Pod' }, object.metadata.name, errors);
  }
};
