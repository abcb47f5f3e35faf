import type { ReactElement } from 'react';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { TextField } from '../../components/fields/TextField';
import { useVisibleNamespaces } from '../../data/useVisibleNamespaces';
import { useSidecarTranslation } from '../../i18n';
import { loadedData } from '../../loadable';
import { NamespaceField } from './NamespaceField';

interface ProjectFieldProps {
  /** Empty if none is chosen. */
  project: string;
  /** What is to be created in the project. */
  model: K8sModel;
  /** Why a project in which the user may not create it is disabled. */
  refusal: string;
  onChange: (project: string) => void;
}

/** Chooses one of the projects of the user, or takes any name if they cannot be listed. */
export const ProjectField = ({ project, model, refusal, onChange }: ProjectFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const projects = useVisibleNamespaces();
  return projects.status === 'failed' ? (
    <TextField label={t('Project')} value={project} onChange={onChange} isRequired />
  ) : (
    <NamespaceField
      label={t('Project')}
      placeholder={t('Choose a project')}
      namespace={project}
      offered={loadedData(projects)}
      model={model}
      refusal={refusal}
      onChange={onChange}
    />
  );
};
