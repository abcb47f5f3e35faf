import { useId, useState, type FormEvent, type ReactElement } from 'react';
import {
  Button,
  Form,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { FailureAlert } from '../../components/FailureAlert';
import { TextField } from '../../components/fields/TextField';
import { processTemplate } from '../../data/processTemplate';
import { useSidecarTranslation } from '../../i18n';
import { ProcessedTemplateModel } from '../../k8s/models';
import { holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import type { TemplateParameter } from '../../sidecars/objects/templateResources';
import { parametersOf } from '../../sidecars/templates/parameters';
import { isSharedTemplate } from '../../sidecars/templates/sharedTemplate';
import { ProjectField } from '../namespaces/ProjectField';
import { PreviewedVms } from './PreviewedVms';

interface PreviewModalProps {
  template: KubernetesObject;
  closeOverlay: () => void;
}

type Values = Readonly<Record<string, string>>;

/** The server's answer to the values. */
type Answer = { project: string; values: Values } & ({ objects: KubernetesObject[] } | { error: unknown });

const isMissing = ({ name, required = false, generate }: TemplateParameter, values: Values): boolean =>
  required && generate === undefined && (values[name] ?? '') === '';

/** Asks the server to process the template, and shows the annotation that the VM would have. Creates nothing. */
export const PreviewModal = ({ template, closeOverlay }: PreviewModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const parameters = parametersOf(template);
  // Users may use a shared template, but may not process it in its own namespace.
  const [project, setProject] = useState(
    isSharedTemplate(template) ? '' : (template.metadata.namespace ?? ''),
  );
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(parameters.map(({ name, value = '' }) => [name, value])),
  );
  const [isPending, setPending] = useState(false);
  const [lastAnswer, setAnswer] = useState<Answer>();
  // The user may have changed something since, also while the server worked.
  const answer = lastAnswer?.project === project && lastAnswer.values === values ? lastAnswer : undefined;
  const missing = parameters.filter((parameter) => isMissing(parameter, values));
  const blocker =
    project.trim() === ''
      ? t('Choose a project first.')
      : missing.length === 0
        ? undefined
        : t('Fill in: {{names}}', { names: missing.map(({ name }) => name).join(', ') });

  const preview = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isPending || blocker !== undefined) {
      return;
    }
    setPending(true);
    try {
      setAnswer({ project, values, objects: await processTemplate(template, values, project.trim()) });
    } catch (error) {
      setAnswer({ project, values, error });
    }
    setPending(false);
  };

  return (
    <Modal
      isOpen
      variant="large"
      onClose={closeOverlay}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <ModalHeader
        title={t('Preview a VM')}
        labelId={`${id}-title`}
        description={t('The server puts these values into the template. Nothing is created.')}
      />
      <ModalBody id={`${id}-body`}>
        <Stack hasGutter>
          <StackItem>
            <Form id={id} onSubmit={(event) => void preview(event)}>
              {holderKind(template) !== 'Template' ? null : (
                <ProjectField
                  project={project}
                  model={ProcessedTemplateModel}
                  refusal={t('You may not process templates in it.')}
                  onChange={setProject}
                />
              )}
              {parameters.map(({ name, displayName, description, required, generate }) => (
                <TextField
                  key={name}
                  label={displayName === undefined ? name : `${displayName} (${name})`}
                  value={values[name] ?? ''}
                  isRequired={required === true && generate === undefined}
                  {...(description !== undefined && { hint: description })}
                  {...(generate !== undefined && { placeholder: t('Made by the server') })}
                  onChange={(value) => {
                    setValues((current) => ({ ...current, [name]: value }));
                  }}
                />
              ))}
            </Form>
          </StackItem>
          <StackItem aria-live="polite">
            {answer === undefined ? null : 'error' in answer ? (
              <FailureAlert error={answer.error} title={t('The server refuses to process the template')} />
            ) : (
              <PreviewedVms template={template} namespace={project.trim()} objects={answer.objects} />
            )}
          </StackItem>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Stack hasGutter>
          <StackItem>
            <HelperText isLiveRegion>
              {blocker === undefined ? null : <HelperTextItem>{blocker}</HelperTextItem>}
            </HelperText>
          </StackItem>
          <StackItem>
            <Button
              type="submit"
              form={id}
              isLoading={isPending}
              isAriaDisabled={isPending || blocker !== undefined}
            >
              {t('Preview')}
            </Button>{' '}
            <Button variant="link" onClick={closeOverlay}>
              {t('Close')}
            </Button>
          </StackItem>
        </Stack>
      </ModalFooter>
    </Modal>
  );
};
