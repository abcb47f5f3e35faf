import type { ReactElement } from 'react';
import {
  AlertActionLink,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { DisconnectedIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../../i18n';
import { InlineAlert } from '../InlineAlert';

/** Where a part is shown. */
export type PartPlace = 'page' | 'dialog' | 'inline';

interface PartFailedProps {
  place: PartPlace;
  onRetry: () => void;
  onClose: () => void;
}

const reload = (): void => {
  window.location.reload();
};

/** Says that the code of a part could not be loaded, with a retry or a reload of the page. */
export const PartFailed = ({ place, onRetry, onClose }: PartFailedProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const title = t('A part of this plugin could not be loaded');
  const body = t(
    'Check your network connection and try again. If the plugin was updated meanwhile, reload the page.',
  );
  switch (place) {
    case 'page':
      return (
        <EmptyState icon={DisconnectedIcon} status="danger" titleText={title} headingLevel="h2">
          <EmptyStateBody>{body}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button onClick={onRetry}>{t('Try again')}</Button>
              <Button variant="link" onClick={reload}>
                {t('Reload the page')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      );
    case 'dialog':
      return (
        <Modal isOpen variant="small" onClose={onClose} aria-label={title}>
          <ModalHeader title={title} titleIconVariant="danger" />
          <ModalBody>{body}</ModalBody>
          <ModalFooter>
            <Button onClick={onRetry}>{t('Try again')}</Button>
            <Button variant="link" onClick={onClose}>
              {t('Close')}
            </Button>
          </ModalFooter>
        </Modal>
      );
    case 'inline':
      return (
        <InlineAlert
          variant="danger"
          title={title}
          actionLinks={<AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink>}
        >
          {body}
        </InlineAlert>
      );
  }
};
