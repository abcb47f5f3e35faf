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
import { isChangedMeanwhile } from '../apiError';
import { useSidecarTranslation } from '../i18n';
import { FailureAlert } from './FailureAlert';
import { LeaveFormContext } from './leaveForm';
import { useUnloadQuestion } from './useUnloadQuestion';

interface FormModalProps {
  title: string;
  description?: ReactNode;
  submitLabel: string;
  /** The modal closes when this resolves, and shows the error if it rejects. */
  onSubmit: () => Promise<void>;
  onClose: () => void;
  /** Whether submitting is disabled; the form shows the reason. */
  isBlocked?: boolean;
  /** Why submitting is disabled, if the form does not show it: shown above the buttons. */
  blocker?: string | undefined;
  danger?: boolean;
  variant?: ModalProps['variant'];
  /** Replaces the default alert when somebody else has changed the object. */
  onChangedMeanwhile?: () => void;
  /** Replaces the default alert for an error; `undefined` shows the default, `null` shows nothing. */
  explainError?: (error: unknown) => ReactNode;
  titleIconVariant?: 'warning';
  /** Whether closing would lose input: the user is asked first. */
  hasInput?: boolean;
  children: ReactNode;
}

/**
 * The shell of all forms and questions: submits, shows progress and errors, closes. The focus returns to the element that
 * opened it. Input is never discarded without a question.
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
  /** What follows when the form is left. */
  const [next, setNext] = useState<() => void>();
  useUnloadQuestion(hasInput || pending);
  const isBlocked = isBlockedByForm || blocker !== undefined;
  const close = (): void => {
    setNext(undefined);
    if (hasInput) {
      // A second Escape does not mean "yes": it returns to the form.
      setIsAsking(!isAsking);
    } else {
      onClose();
    }
  };
  const leaveFor = (then: () => void): void => {
    if (hasInput) {
      setNext(() => then);
      setIsAsking(true);
    } else {
      onClose();
      then();
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
        // The modal's focus trap listens at an outer element and would end at this key even if the modal stays open.
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
        titleIconVariant={titleIconVariant}
      />
      <ModalBody id={`${id}-body`}>
        <Form id={id} onSubmit={(event) => void submit(event)}>
          <LeaveFormContext.Provider value={leaveFor}>{children}</LeaveFormContext.Provider>
        </Form>
      </ModalBody>
      {isAsking ? (
        <DiscardQuestion
          onDiscard={() => {
            onClose();
            next?.();
          }}
          onKeep={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
      {/*
       Stays mounted during the question, because the pressed button gets the focus again afterwards. It also needs
       `visibility: hidden`: the modal's focus trap treats elements with only `display: none` as focusable.
       */}
      <div hidden={isAsking} style={isAsking ? { visibility: 'hidden' } : undefined}>
        <ModalFooter>
          {/* Not in the body, where the message may be scrolled out of view. */}
          <Stack hasGutter>
            {explained === null ? null : (
              <StackItem className="pf-v6-u-text-break-word">
                {explained ?? <FailureAlert error={error} title={t('An error occurred')} />}
              </StackItem>
            )}
            <StackItem>
              <HelperText isLiveRegion>
                {blocker === undefined ? null : (
                  <HelperTextItem className="pf-v6-u-mb-sm">{blocker}</HelperTextItem>
                )}
              </HelperText>
              <Flex columnGap={{ default: 'columnGapMd' }}>
                {/* Keeps the focus while saving, so that it can be pressed again after a failure. */}
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
