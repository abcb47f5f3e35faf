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
import { useKeptFocus } from './useKeptFocus';
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
  /** A text of megabytes: does without what the editor would have to go through all of it for. */
  isLarge?: boolean;
  /** The text is shown plainly meanwhile: making an editor takes longer. */
  isEditorDue?: boolean;
  onChange?: (text: string) => void;
  /** A CSS height; the text scrolls inside it. */
  height?: string;
  /** The line that is in view first, with the cursor in it; from 1. */
  line?: number | undefined;
  /** What to underline. */
  marks?: readonly CodeMark[];
  /** Names the editor to assistive technology. */
  label: string;
}

const OPTIONS = {
  scrollBeyondLastLine: false,
  minimap: { enabled: false },
  automaticLayout: true,
  // Scripts and XML have long lines; what is cut off at the right is easily overlooked.
  wordWrap: 'on',
  fixedOverflowWidgets: true,
  // Its lines take part in the tab order: Tab would go from the text to them, not out of the editor.
  stickyScroll: { enabled: false },
  // Marks are shown in what can only be read as well.
  renderValidationDecorations: 'on',
  // What is not seen or reorders the text is drawn as its number: a script must read as it runs.
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

/** The console's own code editor, which loads Monaco when it is first shown. */
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
    const giveBackFocus = useKeptFocus(frame);
    const mount = useCallback<NonNullable<CodeEditorProps['onEditorDidMount']>>(
      (editor, monaco) => {
        giveBackFocus();
        setMounted({ editor, monaco });
      },
      [giveBackFocus],
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
      // The editor's option of the same name is of no avail once there is a model.
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
      // Escape closes the editor's own pop-ups. The dialog around it must not close too and lose the text.
      const keepEscape = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') {
          event.stopPropagation();
        }
      };
      // Tab leaves the editor, as it leaves any other field: nobody is trapped in it. Its own option for that changes nothing,
      // and its command for that changes all editors of the console.
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
            // The console brings none: the nearest one around would blank a whole tab or form, and undo its effects.
            <Suspense fallback={isReadOnly ? null : <Skeleton height="100%" />}>
              <CodeEditor
                ref={ref}
                value={text}
                // The values of PatternFly's enum are these words; importing it would bundle its editor.
                language={language as unknown as CodeEditorProps['language']}
                // Its own `isReadOnly` would draw a grey frame around the text; the option alone makes it read-only.
                minHeight={height}
                height="100%"
                onEditorDidMount={mount}
                options={options}
                {...(onChange === undefined ? {} : { onChange })}
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
