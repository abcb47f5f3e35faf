import { useState, type ReactElement } from 'react';
import { TextField } from '../../components/fields/TextField';
import { FormModal } from '../../components/FormModal';
import { useSidecarTranslation } from '../../i18n';
import { TemplateModel } from '../../k8s/models';
import { createObject } from '../../k8s/write';
import { holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { copyOfTemplate } from '../../sidecars/templates/copyOfTemplate';
import { ProjectField } from '../namespaces/ProjectField';

export interface CopyTemplateModalProps {
  template: KubernetesObject;
  onCopied: (copy: KubernetesObject) => void;
  closeOverlay: () => void;
}

/** Copies a template that may not be changed to a project of the user. */
export const CopyTemplateModal = ({
  template,
  onCopied,
  closeOverlay,
}: CopyTemplateModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name: original } = template.metadata;
  const [project, setProject] = useState('');
  const [name, setName] = useState(original);
  const isReady = project.trim() !== '' && name.trim() !== '';
  return (
    <FormModal
      title={t('Copy to a project')}
      description={t('VMs made from the copy get the hook scripts of the copy.')}
      submitLabel={t('Copy')}
      blocker={isReady ? undefined : t('A project and a name are needed.')}
      hasInput={project !== '' || name !== original}
      onSubmit={async () => {
        const copy = copyOfTemplate(template, project.trim(), name.trim());
        const { metadata } = await createObject(TemplateModel, copy);
        onCopied({ apiVersion: copy.apiVersion, kind: holderKind(copy), metadata });
      }}
      onClose={closeOverlay}
    >
      <ProjectField
        project={project}
        model={TemplateModel}
        refusal={t('You may not create templates in it.')}
        onChange={setProject}
      />
      <TextField label={t('Name of the copy')} value={name} onChange={setName} isRequired />
    </FormModal>
  );
};
