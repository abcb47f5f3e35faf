import type { ReactElement } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import { expectationText } from '../../../features/expectations/expectationText';
import { useSidecarTranslation } from '../../../i18n';
import type { Expectation } from '../../../sidecars/domainXml/expectedResults';

/** Expected results as sentences. */
export const ExpectedList = ({ expectations }: { expectations: readonly Expectation[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <List isPlain className="pf-v6-u-mb-md">
      {expectations.map((expectation, index) => (
        <ListItem key={index} className="pf-v6-u-text-break-word">
          {expectationText(t, expectation)}
        </ListItem>
      ))}
    </List>
  );
};
