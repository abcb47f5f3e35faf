import { pointer, type JsonPatchOperation } from '../json/jsonPointer';
import { valueAt } from '../json/valueAt';
import { asVm, holderKind } from './holder';
import type { KubernetesObject, ObjectMeta, VirtualMachine } from './resources';
import type { Template } from './templateResources';

/** A VM in a template or pool, in the shape of a VM that has the name and namespace of that object. */
interface TemplateVm extends VirtualMachine {
  source: VmSource;
}

/** The object that has the VM, and the keys that lead to the VM in it. */
export interface VmSource {
  object: KubernetesObject;
  path: readonly (string | number)[];
}

/** The object to read and write for a VM; the VM itself for one that is no template. */
export const sourceOf = (vm: VirtualMachine): VmSource =>
  (vm as Partial<TemplateVm>).source ?? { object: vm, path: [] };

/** The VM's own name in the template, which may have parameters; undefined if the object names its VMs itself. */
export const nameInTemplate = (vm: VirtualMachine): string | undefined => {
  const { object, path } = sourceOf(vm);
  const name = path.length === 0 ? undefined : valueAt(object, [...path, 'metadata', 'name']);
  return typeof name === 'string' ? name : undefined;
};

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const vmAt = (object: KubernetesObject, path: VmSource['path']): TemplateVm[] => {
  const manifest = valueAt(object, path);
  if (!isFields(manifest)) {
    return [];
  }
  const { name, namespace, uid, resourceVersion, creationTimestamp, deletionTimestamp } = object.metadata;
  const { labels, annotations } = (
    isFields(manifest.metadata) ? manifest.metadata : {}
  ) as Partial<ObjectMeta>;
  return [
    {
      apiVersion: object.apiVersion,
      kind: object.kind,
      metadata: {
        name,
        ...(namespace !== undefined && { namespace }),
        ...(uid !== undefined && { uid }),
        ...(resourceVersion !== undefined && { resourceVersion }),
        ...(creationTimestamp !== undefined && { creationTimestamp }),
        ...(deletionTimestamp !== undefined && { deletionTimestamp }),
        ...(labels !== undefined && { labels }),
        ...(annotations !== undefined && { annotations }),
      },
      spec: isFields(manifest.spec) ? manifest.spec : {},
      source: { object, path },
    },
  ];
};

const isVm = ({ apiVersion, kind }: Record<string, unknown>): boolean =>
  kind === 'VirtualMachine' && typeof apiVersion === 'string' && apiVersion.startsWith('kubevirt.io/');

/** The VMs that the object describes: several or none for an OpenShift template, one for anything else. */
export const vmsOfHolder = (object: KubernetesObject): VirtualMachine[] => {
  switch (holderKind(object)) {
    case 'Template':
      return ((object as Template).objects ?? []).flatMap((each, index) =>
        isVm(each) ? vmAt(object, ['objects', index]) : [],
      );
    case 'VirtualMachineTemplate':
      return vmAt(object, ['spec', 'virtualMachine']);
    case 'VirtualMachinePool':
      return vmAt(object, ['spec', 'virtualMachineTemplate']);
    default:
      return [asVm(object)];
  }
};

/** The same VM in the object as it is now; undefined if the object no longer has it. */
export const vmAgain = (seen: VirtualMachine, now: KubernetesObject): VirtualMachine | undefined => {
  const vms = vmsOfHolder(now);
  const name = nameInTemplate(seen);
  const alike = vms.filter((vm) => nameInTemplate(vm) === name);
  const place = pointer(...sourceOf(seen).path);
  return alike.find((vm) => pointer(...sourceOf(vm).path) === place) ?? alike[0];
};

/** Tests that the VM is still at its place in the object, which may have several. */
export const testPlace = (vm: VirtualMachine): JsonPatchOperation[] => {
  const { path } = sourceOf(vm);
  return path[0] === 'objects'
    ? [{ op: 'test', path: pointer(...path, 'metadata', 'name'), value: nameInTemplate(vm) ?? null }]
    : [];
};
