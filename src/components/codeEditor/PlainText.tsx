import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { visibleText } from '../../sidecars/text/visibleText';

/** As much as anybody reads until the editor is there: the browser lays out every line, seen or not. */
const BEGINNING_CHARACTERS = 50_000;

interface PlainTextProps {
  text: string;
  label: string;
  /** The editor is about to come and brings the rest. */
  isBeginningEnough?: boolean;
}

/** A text as it stands, where there is no editor for it, or not yet: that takes seconds on a slow line. */
export const PlainText = ({ text, label, isBeginningEnough = false }: PlainTextProps): ReactElement => {
  const shown = useMemo(
    () => visibleText(isBeginningEnough ? text.slice(0, BEGINNING_CHARACTERS) : text),
    [text, isBeginningEnough],
  );
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
