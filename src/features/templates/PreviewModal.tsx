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
import { useTemplateFacts } from '../../data/useTemplateFacts';
import { useSidecarTranslation } from '../../i18n';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import type { TemplateParameter } from '../../sidecars/objects/templateResources';
import { parametersOf } from '../../sidecars/templates/parameters';
import { processedVms } from '../../sidecars/templates/processedVms';
import { PreviewedVm } from './PreviewedVm';

interface PreviewModalProps {
  template: KubernetesObject;
  closeOverlay: () => void;
}

/** The server's answer to the values. */
type Answer = { objects: KubernetesObject[] } | { error: unknown };

const isMissing = (
  { name, required = false, generate }: TemplateParameter,
  values: Readonly<Record<string, string>>,
): boolean => required && generate === undefined && (values[name] ?? '') === '';

/** Asks the server to process the template, and shows the annotation that the VM would have. Creates nothing. */
export const PreviewModal = ({ template, closeOverlay }: PreviewModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const parameters = parametersOf(template);
  const { context } = useTemplateFacts(template);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(parameters.map(({ name, value = '' }) => [name, value])),
  );
  const [isPending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const missing = parameters.filter((parameter) => isMissing(parameter, values));
  const blocker =
    missing.length === 0
      ? undefined
      : t('Fill in: {{names}}', { names: missing.map(({ name }) => name).join(', ') });

  const preview = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isPending || blocker !== undefined) {
      return;
    }
    setPending(true);
    try {
      setAnswer({ objects: await processTemplate(template, values) });
    } catch (error) {
      setAnswer({ error });
    }
    setPending(false);
  };
  const { namespace } = template.metadata;
  const vms =
    answer !== undefined && 'objects' in answer ? processedVms(answer.objects, namespace, context) : [];

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
                    setAnswer(undefined);
                  }}
                />
              ))}
            </Form>
          </StackItem>
          <StackItem aria-live="polite">
            {answer === undefined ? null : 'error' in answer ? (
              <FailureAlert error={answer.error} title={t('The server refuses to process the template')} />
            ) : vms.length === 0 ? (
              t('The template made no VM.')
            ) : (
              <Stack hasGutter>
                <StackItem>
                  {t('Checked as if it were created in namespace {{namespace}}.', { namespace })}
                </StackItem>
                {vms.map((vm) => (
                  <StackItem key={vm.name}>
                    <PreviewedVm vm={vm} />
                  </StackItem>
                ))}
              </Stack>
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
