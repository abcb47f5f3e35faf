import type { TFunction } from 'i18next';
import { describeFailure } from '../apiError';
import { visibleText } from '../sidecars/text/visibleText';

/** What went wrong and what the user can do about it, with the cluster's message if there is one. */
export const failureText = (t: TFunction, error: unknown): string => {
  const { code, message: said, noAnswer, retryAfterMs } = describeFailure(error);
  const message = visibleText(said);
  if (noAnswer === 'timeout') {
    return t('The cluster did not answer in time.');
  }
  if (noAnswer === 'network') {
    return t('The console cannot be reached. Check your network connection.');
  }
  if (code === 401) {
    return t('Your session has expired. Log in again in another tab of your browser, then continue here.');
  }
  return retryAfterMs === undefined
    ? t('The cluster said: {{message}}', { message })
    : t('The cluster asks to wait {{count}} seconds. It said: {{message}}', {
        message,
        count: Math.ceil(retryAfterMs / 1000),
      });
};
