import { spawnSync } from 'node:child_process';
import type { HookPoint } from '../../annotation/hookPoint';

export interface ScriptRun {
  hookPoint: HookPoint;
  text: string;
  input: string;
}

/** What came out of a script that was called with its input, then with its output, and then with that output. */
export interface ScriptResult {
  outputs: string[];
  messages: string;
  /** Whether the first output is well-formed XML or JSON. */
  isWellFormed: boolean;
  /** The traceback of a script that failed. */
  failure: string | null;
}

/** One process for all runs: starting Python takes longer than a run. */
const RUNNER = `
import contextlib, io, json, sys, traceback
import xml.etree.ElementTree as ET

def call(code, flag, given):
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.argv = ["/usr/bin/hook", "--vmi", '{"a": "--domain *"}', flag, given]
    with contextlib.redirect_stdout(out):
        exec(code, {"__name__": "__main__"})
    out.flush()
    return out.buffer.getvalue().decode()

def run(each):
    flag = "--domain" if each["hookPoint"] == "onDefineDomain" else "--cloud-init"
    messages = io.StringIO()
    outputs = []
    failure = None
    try:
        code = compile(each["text"], "script.py", "exec")
        given = each["input"]
        with contextlib.redirect_stderr(messages):
            for _ in range(3):
                given = call(code, flag, given)
                outputs.append(given)
    except BaseException:
        failure = traceback.format_exc()
    try:
        (ET.fromstring if flag == "--domain" else json.loads)(outputs[0])
        well_formed = True
    except Exception:
        well_formed = False
    return {"outputs": outputs, "isWellFormed": well_formed, "messages": messages.getvalue(), "failure": failure}

print(json.dumps([run(each) for each in json.load(sys.stdin)]))
`;

/** The runs with their results. */
export const runInPython = <Run extends ScriptRun>(
  runs: readonly Run[],
): (Run & { result: ScriptResult })[] => {
  const given = runs.map(({ hookPoint, text, input }) => ({ hookPoint, text, input }));
  const { stdout, stderr, status } = spawnSync('python3', ['-c', RUNNER], {
    input: JSON.stringify(given),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) {
    throw new Error(`python3: ${stderr}`);
  }
  const results = JSON.parse(stdout) as ScriptResult[];
  return results.flatMap((result, index) => {
    const run = runs[index];
    return run === undefined ? [] : [{ ...run, result }];
  });
};
