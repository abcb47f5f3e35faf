import { useFlag } from '@openshift-console/dynamic-plugin-sdk/lib/utils/flags';

interface Perspective {
  id: string;
  name: string;
}

export const CORE_PLATFORM: Perspective = { id: 'admin', name: 'Core platform' };

/** Brought by kubevirt-plugin. */
export const VIRTUALIZATION: Perspective = { id: 'virtualization-perspective', name: 'Virtualization' };

/** The perspectives that the user can choose from. */
export const usePerspectives = (): Perspective[] =>
  (useFlag('KUBEVIRT_VIRTUALIZATION_NAV') as boolean | undefined) === true
    ? [CORE_PLATFORM, VIRTUALIZATION]
    : [CORE_PLATFORM];
