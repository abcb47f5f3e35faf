import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { visibleText } from '../../sidecars/text/visibleText';

/** Enough to read until the editor is there. The browser lays out every line, visible or not, so all would be slow. */
const BEGINNING_CHARACTERS = 50_000;

interface PlainTextProps {
  text: string;
  label: string;
  /** Whether the editor will follow soon with the rest. */
  isBeginningEnough?: boolean;
}

/** A text without an editor: one is not needed, still loading (seconds on a slow connection), or failed to load. */
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
