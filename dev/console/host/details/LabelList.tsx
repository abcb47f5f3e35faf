import { Label, LabelGroup } from '@patternfly/react-core';

/** The labels of an object. */
export const LabelList = ({ labels }: { labels: Record<string, string> | undefined }): JSX.Element => {
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
