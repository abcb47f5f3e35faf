import { GoJsonError, goField, goJsonType, parseGoJson } from './goJson';

export const SIDECAR_ANNOTATION = 'hooks.kubevirt.io/hookSidecars';

/** One entry of the annotation, as virt-controller reads it. */
export interface HookSidecar {
  image: string;
  imagePullPolicy: string;
  command: string[];
  args: string[];
  configMap: { name: string; key: string; hookPath: string } | undefined;
  pvc: { name: string; volumePath: string; sharedComputePath: string } | undefined;
}

const wrongType = (value: unknown, field: string, goType: string): GoJsonError =>
  new GoJsonError(
    `json: cannot unmarshal ${goJsonType(value)} into Go ${
      field === '' ? 'value' : `struct field HookSidecar.${field}`
    } of type ${goType}`,
  );

const text = (object: Record<string, unknown>, name: string, path: string, goType = 'string'): string => {
  const value = goField(object, name);
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value !== 'string') {
    throw wrongType(value, path, goType);
  }
  return value;
};

const texts = (object: Record<string, unknown>, name: string): string[] => {
  const value = goField(object, name);
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw wrongType(value, name, '[]string');
  }
  return value.map((item: unknown) => {
    if (typeof item !== 'string') {
      throw wrongType(item, name, 'string');
    }
    return item;
  });
};

const section = (
  object: Record<string, unknown>,
  name: string,
  goType: string,
): Record<string, unknown> | undefined => {
  const value = goField(object, name);
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw wrongType(value, name, goType);
  }
  return value as Record<string, unknown>;
};

const sidecar = (value: unknown): HookSidecar => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongType(value, '', 'hooks.HookSidecar');
  }
  const object = value as Record<string, unknown>;
  const configMap = section(object, 'configMap', 'hooks.ConfigMap');
  const pvc = section(object, 'pvc', 'hooks.PVC');
  return {
    image: text(object, 'image', 'image'),
    imagePullPolicy: text(object, 'imagePullPolicy', 'imagePullPolicy', 'v1.PullPolicy'),
    command: texts(object, 'command'),
    args: texts(object, 'args'),
    configMap: configMap && {
      name: text(configMap, 'name', 'configMap.name'),
      key: text(configMap, 'key', 'configMap.key'),
      hookPath: text(configMap, 'hookPath', 'configMap.hookPath'),
    },
    pvc: pvc && {
      name: text(pvc, 'name', 'pvc.name'),
      volumePath: text(pvc, 'volumePath', 'pvc.volumePath'),
      sharedComputePath: text(pvc, 'sharedComputePath', 'pvc.sharedComputePath'),
    },
  };
};

/** The sidecars in an instance's annotations. Throws GoJsonError if virt-controller would fail to render the pod. */
export const hookSidecars = (annotations: Record<string, string> | undefined): HookSidecar[] => {
  const raw = annotations?.[SIDECAR_ANNOTATION];
  if (raw === undefined) {
    return [];
  }
  const value = parseGoJson(raw);
  if (value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw wrongType(value, '', 'hooks.HookSidecarList');
  }
  return value.map((item: unknown) => (item === null ? sidecar({}) : sidecar(item)));
};
