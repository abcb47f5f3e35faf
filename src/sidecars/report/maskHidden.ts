import { visibleText, withoutHidden } from '../text/visibleText';
import { maskSecrets } from './maskSecrets';

/** Masks a text and names its hidden characters. One of them must not hide the word that tells of a secret. */
export const maskHidden = (text: string, maskBy: (text: string) => string = maskSecrets): string => {
  const bare = withoutHidden(text);
  const masked = maskBy(bare);
  return masked === bare ? visibleText(maskBy(text)) : masked;
};
