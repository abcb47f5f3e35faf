import type { ReactElement } from 'react';
import type { ScriptSource } from '../../../sidecars/checks/script/runScriptChecks';
import { CodeView } from '../../../components/codeEditor/CodeView';
import { languageOfScript } from '../../../sidecars/scripts/scriptLanguage';
import { ScriptProblems } from './ScriptProblems';
import { useCheckedScript } from './useCheckedScript';

interface CheckedScriptProps {
  source: ScriptSource;
  /** Names the editor to assistive technology. */
  label: string;
  height?: string;
  /** Where the editor starts, from 1. */
  line?: number | undefined;
  /** Undefined where the script can only be read. */
  onChange?: ((text: string) => void) | undefined;
}

/** A script with what checks find in it: underlined in the text, and listed below it. */
export const CheckedScript = ({
  source,
  label,
  height,
  line,
  onChange,
}: CheckedScriptProps): ReactElement => {
  const { editor, marks, ...problems } = useCheckedScript(source, onChange);
  return (
    <>
      <CodeView
        ref={editor}
        text={source.text}
        language={languageOfScript(source.text)}
        label={label}
        marks={marks}
        line={line}
        isReadOnly={onChange === undefined}
        height={height}
        onChange={onChange}
      />
      <div className="pf-v6-u-mt-sm">
        <ScriptProblems {...problems} />
      </div>
    </>
  );
};
