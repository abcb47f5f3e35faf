import type { ReactElement } from 'react';
import { HelperText, HelperTextItem } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { useSidecarTranslation } from '../../../i18n';
import type { ChosenInput } from './useTryInput';

/** What the user must know about the input of a VM. */
export const ChosenInputNote = ({ chosen }: { chosen: ChosenInput }): ReactElement | null => {
  const { t } = useSidecarTranslation();
  switch (chosen.kind) {
    case 'text':
    case 'unchosen':
      return null;
    case 'noPod':
      return (
        <InlineAlert variant="warning" title={t('The VM has no running pod, so its log cannot be read.')} />
      );
    case 'notInLog':
      return (
        <InlineAlert
          variant="warning"
          title={t('The log of pod {{pod}} has no domain XML any more. It is there again after a restart.', {
            pod: chosen.pod,
          })}
        />
      );
    case 'found':
      return (
        <HelperText>
          {chosen.loggedAt === undefined ? null : (
            <HelperTextItem>
              {t('Logged at {{time}}, when the VM was started.', {
                time: new Date(chosen.loggedAt).toLocaleString(),
              })}
            </HelperTextItem>
          )}
          {chosen.isAfterHooks ? (
            <HelperTextItem variant="warning">
              {t(
                'The VM has hooks: this is the XML after their first call, so it may have their changes already.',
              )}
            </HelperTextItem>
          ) : null}
        </HelperText>
      );
  }
};
