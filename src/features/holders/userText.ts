import type { TFunction } from 'i18next';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { holderNoun } from './holderText';

/** The name among those of VMs: with its kind if it is no VM. */
export const userText = (t: TFunction, object: KubernetesObject): string =>
  object.kind === 'VirtualMachine'
    ? object.metadata.name
    : t('{{name}} ({{kind}})', { name: object.metadata.name, kind: holderNoun(t, object) });
