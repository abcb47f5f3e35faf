import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  ExpandableSection,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';

/** The annotations of an object, collapsed, because values can be long. */
export const AnnotationList = ({
  annotations,
}: {
  annotations: Record<string, string> | undefined;
}): ReactElement => {
  const entries = Object.entries(annotations ?? {});
  return entries.length === 0 ? (
    <>No annotations</>
  ) : (
    <ExpandableSection toggleText={entries.length === 1 ? '1 annotation' : `${entries.length} annotations`}>
      <DescriptionList isCompact>
        {entries.map(([key, value]) => (
          <DescriptionListGroup key={key}>
            <DescriptionListTerm>{key}</DescriptionListTerm>
            <DescriptionListDescription className="ech-annotation">{value}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
    </ExpandableSection>
  );
};
