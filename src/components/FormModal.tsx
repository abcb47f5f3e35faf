import type { FormEvent, ReactElement, ReactNode } from 'react';
import { useId, useState } from 'react';
import {
  Alert,
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  type ModalProps,
} from '@patternfly/react-core';
import { describeFailure, isChangedMeanwhile } from '../k8s/apiError';
import { useSidecarTranslation } from '../i18n';

interface FormModalProps {
  title: string;
  description?: ReactNode;
  submitLabel: string;
  /** Does the work; the modal closes when it resolves and shows what it rejects with. */
  onSubmit: () => Promise<void>;
  onClose: () => void;
  /** Why it cannot be submitted now. */
  isBlocked?: boolean;
  danger?: boolean;
  variant?: ModalProps['variant'];
  /** Replaces the default alert for a write that met somebody else's change. */
  onChangedMeanwhile?: () => void;
  titleIconVariant?: 'warning';
  children: ReactNode;
}

/** The one shell of forms and questions: owns submit, pending, error, close. Focus returns to what opened it. */
export const FormModal = ({
  title,
  description,
  submitLabel,
  onSubmit,
  onClose,
  isBlocked = false,
  danger = false,
  variant = 'medium',
  onChangedMeanwhile,
  titleIconVariant,
  children,
}: FormModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pending || isBlocked) {
      return;
    }
    setPending(true);
    setError(undefined);
    try {
      await onSubmit();
      onClose();
    } catch (problem) {
      setPending(false);
      if (onChangedMeanwhile !== undefined && isChangedMeanwhile(problem)) {
        onChangedMeanwhile();
      } else {
        setError(problem);
      }
    }
  };

  return (
    <Modal
      isOpen
      variant={variant}
      onClose={pending ? undefined : onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <ModalHeader
        title={title}
        labelId={`${id}-title`}
        description={description}
        {...(titleIconVariant === undefined ? {} : { titleIconVariant })}
      />
      <ModalBody id={`${id}-body`}>
        <form id={id} onSubmit={(event) => void submit(event)} noValidate>
          {children}
        </form>
        {error === undefined ? null : (
          <Alert variant="danger" isInline title={t('An error occurred')} className="pf-v6-u-mt-md">
            {describeFailure(error).message}
          </Alert>
        )}
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form={id}
          variant={danger ? 'danger' : 'primary'}
          isLoading={pending}
          isDisabled={pending || isBlocked}
        >
          {submitLabel}
        </Button>
        <Button variant="link" onClick={onClose} isDisabled={pending}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
