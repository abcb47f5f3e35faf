import type { TFunction } from 'i18next';
import type { CommitFormat } from './exportChanges';

export const commitFormatText = (t: TFunction, format: CommitFormat): string =>
  ({ yaml: t('YAML'), kustomize: t('Kustomize patch'), jsonPatch: t('JSON patch') })[format];
