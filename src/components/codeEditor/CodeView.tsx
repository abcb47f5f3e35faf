import {
  forwardRef,
  memo,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Skeleton } from '@patternfly/react-core';
import type { CodeEditorProps, CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { CodeEditor } from '@openshift-console/dynamic-plugin-sdk';
import { useCodeMarks, type CodeMark } from './useCodeMarks';
import { useLineEnds } from './useLineEnds';
import { usePreserveFocus } from './usePreserveFocus';
import { useReadOnlyText } from './useReadOnlyText';
import { EditorBoundary } from './EditorBoundary';
import { PlainText } from './PlainText';
import { WithoutEditor } from './WithoutEditor';
import './CodeView.css';

type CodeLanguage = 'shell' | 'python' | 'xml' | 'json' | 'yaml' | 'plaintext';

interface CodeViewProps {
  text: string;
  language: CodeLanguage;
  isReadOnly?: boolean;
  /** A text of megabytes: turns off features for which the editor scans the whole text. */
  isLarge?: boolean;
  /** False shows plain text instead, because creating an editor takes longer. */
  isEditorDue?: boolean;
  onChange?: (text: string) => void;
  /** A CSS height; the text scrolls inside it. */
  height?: string;
  /** The line of the cursor, which is scrolled into view first; starts at 1. */
  line?: number | undefined;
  /** Positions to underline. */
  marks?: readonly CodeMark[];
  /** The editor's accessible name. */
  label: string;
}

const OPTIONS = {
  scrollBeyondLastLine: false,
  minimap: { enabled: false },
  automaticLayout: true,
  // Scripts and XML have long lines, and text that is cut off at the right is easily overlooked.
  wordWrap: 'on',
  fixedOverflowWidgets: true,
  // Sticky lines are in the tab order: Tab would move to them instead of leaving the editor.
  stickyScroll: { enabled: false },
  // Shows marks in read-only text too.
  renderValidationDecorations: 'on',
  // Shows invisible and bidirectional characters as their numbers, so that a script reads as it runs.
  renderControlCharacters: true,
  unicodeHighlight: { invisibleCharacters: true, ambiguousCharacters: false, nonBasicASCII: false },
} satisfies CodeEditorProps['options'];

const LARGE_OPTIONS = {
  ...OPTIONS,
  wordWrap: 'off',
  folding: false,
  links: false,
  matchBrackets: 'never',
  bracketPairColorization: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
} satisfies CodeEditorProps['options'];

const NO_MARKS: readonly CodeMark[] = [];

/** The console's code editor, which loads Monaco when it is first shown. */
export const CodeView = memo(
  forwardRef<CodeEditorRef, CodeViewProps>(function CodeView(
    {
      text,
      language,
      isReadOnly = false,
      isLarge = false,
      isEditorDue = true,
      onChange,
      height = '20rem',
      line,
      marks = NO_MARKS,
      label,
    },
    ref,
  ) {
    const frame = useRef<HTMLDivElement>(null);
    const [mounted, setMounted] = useState<CodeEditorRef>();
    const restoreFocus = usePreserveFocus(frame);
    const mount = useCallback<NonNullable<CodeEditorProps['onEditorDidMount']>>(
      (editor, monaco) => {
        restoreFocus();
        setMounted({ editor, monaco });
      },
      [restoreFocus],
    );
    const options = useMemo(
      () => ({
        ...(isLarge ? LARGE_OPTIONS : OPTIONS),
        ariaLabel: label,
        readOnly: isReadOnly,
        domReadOnly: isReadOnly,
      }),
      [isLarge, label, isReadOnly],
    );
    useLayoutEffect(() => {
      // The editor's option of the same name has no effect once there is a model.
      mounted?.editor.getModel()?.updateOptions({
        bracketColorizationOptions: { enabled: !isLarge, independentColorPoolPerBracketType: false },
      });
    }, [mounted, isLarge]);
    useReadOnlyText(isReadOnly ? mounted : undefined, text, options);
    useEffect(() => {
      if (line !== undefined) {
        mounted?.editor.setPosition({ lineNumber: line, column: 1 });
        mounted?.editor.revealLineInCenter(line);
        if (!isReadOnly) {
          mounted?.editor.focus();
        }
      }
    }, [mounted, line, isReadOnly]);
    useCodeMarks(mounted, marks);
    useLineEnds(mounted, text);
    useEffect(() => {
      const element = frame.current;
      // Escape closes the editor's own pop-ups. It must not also close the dialog around it and lose the text.
      const keepEscape = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') {
          event.stopPropagation();
        }
      };
      // Tab leaves the editor like any other field. The editor's own option for that has no effect here, and its command
      // would change all editors of the console.
      const keepTab = (event: KeyboardEvent): void => {
        if (event.key === 'Tab') {
          event.stopPropagation();
        }
      };
      element?.addEventListener('keydown', keepEscape);
      element?.addEventListener('keydown', keepTab, { capture: true });
      return () => {
        element?.removeEventListener('keydown', keepEscape);
        element?.removeEventListener('keydown', keepTab, { capture: true });
      };
    }, []);

    return (
      <div ref={frame} className="ksp-code-view" style={{ height }}>
        <EditorBoundary fallback={<WithoutEditor text={text} label={label} onChange={onChange} />}>
          {isEditorDue ? (
            // The console has no Suspense here: the nearest one around would hide a whole tab or form and reset its effects.
            <Suspense fallback={isReadOnly ? null : <Skeleton height="100%" />}>
              <CodeEditor
                ref={ref}
                value={text}
                // The values of PatternFly's enum are these strings; importing the enum would bundle its editor.
                language={language as unknown as CodeEditorProps['language']}
                // The prop `isReadOnly` would draw a grey frame around the text; the editor's option does not.
                minHeight={height}
                height="100%"
                onEditorDidMount={mount}
                options={options}
                onChange={onChange}
              />
            </Suspense>
          ) : null}
          {isReadOnly && mounted === undefined && text !== '' ? (
            <PlainText text={text} label={label} isBeginningEnough />
          ) : null}
        </EditorBoundary>
      </div>
    );
  }),
);
