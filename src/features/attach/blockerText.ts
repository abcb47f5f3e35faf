import type { TFunction } from 'i18next';
import type { ExtraVolumeProblem } from '../../sidecars/plans/extraVolume';
import type { AttachBlocker } from '../../sidecars/plans/attach/attachPlan';

/** What the user must still do before saving. */
export const blockerText = (t: TFunction, blocker: AttachBlocker): string => {
  switch (blocker) {
    case 'noConfigMap':
      return t('Choose a hook script first.');
    case 'noKey':
      return t('Choose the key of the script first.');
    case 'noPath':
      return t('Choose a hook point first.');
    case 'pvcIncomplete':
      return t('A PersistentVolumeClaim needs a name and a path.');
    case 'noImage':
      return t('Enter the image under “Advanced” first.');
    case 'extraVolume':
      return t('The extra volume cannot be added like this.');
    case 'finding':
      return t('This would fail. Resolve the errors above first.');
    case 'nothingChanged':
      return t('Nothing is changed yet.');
  }
};

export const extraVolumeProblemText = (t: TFunction, problem: ExtraVolumeProblem): string => {
  switch (problem) {
    case 'volumeExists':
      return t('The VM has a volume of this name.');
    case 'namedLikeSidecarVolume':
      return t('KubeVirt makes a pod volume of this name for a sidecar. Use another name.');
    case 'notLabel':
      return t('Only lower case letters, digits and "-", at most 63.');
    case 'notFound':
      return t('The VM has no such volume.');
    case 'inUse':
      return t('A disk of the VM uses this volume.');
  }
};
