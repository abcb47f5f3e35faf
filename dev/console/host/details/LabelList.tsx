import { Label, LabelGroup } from '@patternfly/react-core';
import type { ReactElement } from 'react';

export const LabelList = ({ labels }: { labels: Record<string, string> | undefined }): ReactElement => {
  const entries = Object.entries(labels ?? {});
  return entries.length === 0 ? (
    <>No labels</>
  ) : (
    <LabelGroup numLabels={8} aria-label="Labels">
      {entries.map(([key, value]) => (
        <Label key={key} variant="outline" textMaxWidth="40ch">
          {value === '' ? key : `${key}=${value}`}
        </Label>
      ))}
    </LabelGroup>
  );
};
