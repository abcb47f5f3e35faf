import type { TFunction } from 'i18next';
import { visibleValue } from '../../../sidecars/text/visibleText';
import type { CallEnding } from '../../../sidecars/tries/hookCall';

/** How a call ended, for a label. */
export const endingText = (t: TFunction, ending: CallEnding): string => {
  switch (ending.kind) {
    case 'exited':
      return t('Exit code {{code}}', { code: ending.code });
    case 'signalled':
      return t('Ended by {{signal}}', { signal: visibleValue(ending.signal) });
    case 'notStarted':
      return t('Not started: {{message}}', { message: visibleValue(ending.message) });
    case 'timedOut':
      return t('Timed out');
    case 'unknown':
      return t('Ending unknown');
  }
};
