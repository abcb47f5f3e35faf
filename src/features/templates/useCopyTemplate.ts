import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate } from 'react-router';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { vmTabPath } from '../vmTab/vmTabPath';

const { Part: CopyTemplateModal } = lazyPart(
  'dialog',
  async () => (await import('./CopyTemplateModal')).CopyTemplateModal,
);

/** React hook: opens a dialog that copies a template to a project, and then goes to the tab of the copy. */
export const useCopyTemplate = (): ((template: KubernetesObject) => void) => {
  const launch = useOverlay();
  const navigate = useNavigate();
  return useCallback(
    (template: KubernetesObject) => {
      launch(CopyTemplateModal, {
        template,
        onCopied: (copy: KubernetesObject) => {
          void navigate(vmTabPath(copy, 'sidecar-hooks'));
        },
      });
    },
    [launch, navigate],
  );
};
