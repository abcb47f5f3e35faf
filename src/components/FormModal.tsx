import type { FormEvent, ReactElement, ReactNode } from 'react';
import { useId, useState } from 'react';
import {
  Button,
  Flex,
  Form,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  type ModalProps,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { DiscardQuestion } from './DiscardQuestion';
import { InlineAlert } from './InlineAlert';
import { isChangedMeanwhile } from '../apiError';
import { useSidecarTranslation } from '../i18n';
import { failureText } from './failureText';

interface FormModalProps {
  title: string;
  description?: ReactNode;
  submitLabel: string;
  /** Does the work; the modal closes when it resolves and shows what it rejects with. */
  onSubmit: () => Promise<void>;
  onClose: () => void;
  /** It cannot be submitted now, and the form says why. */
  isBlocked?: boolean;
  /** Why it cannot be submitted now, where the form does not say it: it is said above the buttons. */
  blocker?: string | undefined;
  danger?: boolean;
  variant?: ModalProps['variant'];
  /** Replaces the default alert for a write that met somebody else's change. */
  onChangedMeanwhile?: () => void;
  /** Replaces the default alert for a rejection; `undefined` keeps it, `null` shows nothing. */
  explainError?: (error: unknown) => ReactNode;
  titleIconVariant?: 'warning';
  /** Something was entered that closing would lose: the user is asked first. */
  hasInput?: boolean;
  children: ReactNode;
}

/**
 * The one shell of forms and questions: owns submit, pending, error, close. Focus returns to what opened it. What was
 * entered is not discarded without asking.
 */
export const FormModal = ({
  title,
  description,
  submitLabel,
  onSubmit,
  onClose,
  isBlocked: isBlockedByForm = false,
  blocker,
  danger = false,
  variant = 'medium',
  onChangedMeanwhile,
  explainError,
  titleIconVariant,
  hasInput = false,
  children,
}: FormModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [isAsking, setIsAsking] = useState(false);
  const isBlocked = isBlockedByForm || blocker !== undefined;
  const close = (): void => {
    if (hasInput) {
      // The Escape key twice is no "yes": it goes back to the form.
      setIsAsking(!isAsking);
    } else {
      onClose();
    }
  };

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

  const leave = pending ? undefined : close;
  const explained = error === undefined ? null : explainError?.(error);
  return (
    <Modal
      isOpen
      variant={variant}
      onClose={leave}
      onEscapePress={(event) => {
        // The focus trap of a modal listens further out, and ends at this key whether the modal closes or not.
        event.stopPropagation();
        leave?.();
      }}
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
        <Form id={id} onSubmit={(event) => void submit(event)}>
          {children}
        </Form>
      </ModalBody>
      {isAsking ? (
        <DiscardQuestion
          onDiscard={onClose}
          onKeep={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
      {/*
        Not taken away by the question: the button that was pressed has the focus again after it. For the focus trap of a
        modal, what is not displayed can have the focus, and only what is not visible cannot.
      */}
      <div hidden={isAsking} style={isAsking ? { visibility: 'hidden' } : undefined}>
        <ModalFooter>
          {/* Not in the body: what is said there may be scrolled out of view. */}
          <Stack hasGutter>
            {explained === null ? null : (
              <StackItem className="pf-v6-u-text-break-word">
                {explained ?? (
                  <InlineAlert variant="danger" isLiveRegion title={t('An error occurred')}>
                    {failureText(t, error)}
                  </InlineAlert>
                )}
              </StackItem>
            )}
            <StackItem>
              <HelperText isLiveRegion>
                {blocker === undefined ? null : (
                  <HelperTextItem className="pf-v6-u-mb-sm">{blocker}</HelperTextItem>
                )}
              </HelperText>
              <Flex columnGap={{ default: 'columnGapMd' }}>
                {/* It keeps the focus while it saves, to be pressed again if that fails. */}
                <Button
                  type="submit"
                  form={id}
                  variant={danger ? 'danger' : 'primary'}
                  isLoading={pending}
                  isAriaDisabled={pending || isBlocked}
                >
                  {submitLabel}
                </Button>
                <Button variant="link" onClick={close} isDisabled={pending}>
                  {t('Cancel')}
                </Button>
              </Flex>
            </StackItem>
          </Stack>
        </ModalFooter>
      </div>
    </Modal>
  );
};
