import type { ReactElement } from 'react';
import { GuardedButton } from '../../../components/GuardedButton';
import { MalformedResults } from '../../../features/expectations/MalformedResults';
import { useLiveValue } from '../../../features/expectations/liveValue';
import {
  prefetchEditExpectations,
  useEditExpectations,
} from '../../../features/expectations/useEditExpectations';
import { annotationOf } from '../../../features/expectations/useSaveExpectations';
import { useSidecarTranslation } from '../../../i18n';
import { parseExpectedResults } from '../../../sidecars/domainXml/expectedResults';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { ExpectedList } from './ExpectedList';

interface ExpectedTabProps {
  /** Undefined before the script is saved. */
  configMap: ConfigMap | undefined;
  /** Those that are stored with the script when it is saved. */
  ofRecipe: string | undefined;
  /** Why the user may not edit; undefined if they may. */
  reason: string | undefined;
}

/** The expected results of the script: what the domain XML must contain when it has worked. */
export const ExpectedTab = ({ configMap, ofRecipe, reason }: ExpectedTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const edit = useEditExpectations();
  const domain = useLiveValue(undefined);
  const expected = parseExpectedResults(ofRecipe ?? (configMap && annotationOf(configMap)));
  const expectations = expected.kind === 'parsed' ? expected.expectations : [];
  if (configMap === undefined) {
    return (
      <>
        <p className="pf-v6-u-mb-md">
          {expectations.length === 0
            ? t('They are stored with the ConfigMap: save the script first.')
            : t('These are stored with the script, because its recipe promises them:')}
        </p>
        <ExpectedList expectations={expectations} />
      </>
    );
  }
  return expected.kind === 'malformed' ? (
    <MalformedResults expected={expected} />
  ) : (
    <>
      {expectations.length === 0 ? (
        <p className="pf-v6-u-mb-md">
          {t(
            'There are no expected results yet. Describe what the domain XML must contain when this script has worked. They are stored with the ConfigMap.',
          )}
        </p>
      ) : (
        <ExpectedList expectations={expectations} />
      )}
      <GuardedButton
        variant="secondary"
        size="sm"
        reason={reason}
        onIntent={prefetchEditExpectations}
        onClick={() => {
          edit({ configMap, domain, fromExample: false });
        }}
      >
        {expectations.length === 0 ? t('Add expected results') : t('Edit expected results')}
      </GuardedButton>
    </>
  );
};
