import { useFlag } from '@openshift-console/dynamic-plugin-sdk/lib/utils/flags';

interface Perspective {
  id: string;
  name: string;
}

export const CORE_PLATFORM: Perspective = { id: 'admin', name: 'Core platform' };

export const VIRTUALIZATION: Perspective = { id: 'virtualization-perspective', name: 'Virtualization' };

export const usePerspectives = (): Perspective[] =>
  (useFlag('KUBEVIRT_VIRTUALIZATION_NAV') as boolean | undefined) === true
    ? [CORE_PLATFORM, VIRTUALIZATION]
    : [CORE_PLATFORM];
