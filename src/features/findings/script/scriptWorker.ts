/** The worker that checks long scripts: unlike the page, it can be ended while a check runs. */
import type { Finding } from '../../../sidecars/checks/check';
import { checkScript, type ScriptSource } from '../../../sidecars/checks/script/runScriptChecks';

/** The part in use of a worker's global scope, which the DOM types of this project lack. */
interface WorkerScope {
  onmessage: ((message: MessageEvent<ScriptSource>) => void) | null;
  postMessage: (findings: Finding[]) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  scope.postMessage(checkScript(data));
};
