import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { visibleText } from '../../sidecars/visibleText';

/** Of a text of megabytes the browser would lay out every line. The rest comes with the editor. */
const LONGEST_CHARACTERS = 200_000;

/** A text as it stands, where the editor for it is still loading: that takes seconds on a slow line. */
export const PlainText = ({ text, label }: { text: string; label: string }): ReactElement => {
  const shown = useMemo(() => visibleText(text.slice(0, LONGEST_CHARACTERS)), [text]);
  return (
    <pre
      className="ksp-code-view__plain"
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable area needs keyboard focus
      tabIndex={0}
    >
      {shown}
    </pre>
  );
};
