import type { TFunction } from 'i18next';
import type { EvidenceSource } from '../../../sidecars/diagnosis/diagnosisModel';

/** The source of a quote, in the user's language. */
export const sourceText = (t: TFunction, source: EvidenceSource): string => {
  switch (source.kind) {
    case 'object':
      return t('{{kind}} {{name}}, {{field}}', {
        kind: source.object,
        name: source.name,
        field: source.field,
      });
    case 'log':
      return t('Log of {{container}}, line {{line}}', source);
    case 'event':
      return t('Event {{reason}} of {{kind}} {{name}}', {
        reason: source.reason,
        kind: source.object,
        name: source.name,
      });
  }
};
