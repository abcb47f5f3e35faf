import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { Button, ModalFooter, Stack, StackItem } from '@patternfly/react-core';
import { FocusReturn } from './FocusReturn';
import { InlineAlert } from './InlineAlert';
import { useSidecarTranslation } from '../i18n';

interface DiscardQuestionProps {
  onDiscard: () => void;
  onKeep: () => void;
}

/** Replaces a form's footer when the user closes a form with input. */
export const DiscardQuestion = ({ onDiscard, onKeep }: DiscardQuestionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    keep.current?.focus();
  }, []);
  return (
    <ModalFooter>
      <FocusReturn />
      <Stack hasGutter>
        <StackItem>
          <InlineAlert variant="warning" isLiveRegion title={t('Discard what you entered?')} />
        </StackItem>
        <StackItem>
          <Button variant="primary" onClick={onKeep} ref={keep}>
            {t('Keep editing')}
          </Button>{' '}
          <Button variant="danger" onClick={onDiscard}>
            {t('Discard')}
          </Button>
        </StackItem>
      </Stack>
    </ModalFooter>
  );
};
