/** The worker that reads pages of lists, so that the page itself stays responsive. */
import { parsePage, type ParseAnswer, type ParseQuestion } from './parsePage';

/** What is used of a worker's global scope: the DOM's types, which this project has, do not know it. */
interface WorkerScope {
  onmessage: ((message: MessageEvent<ParseQuestion>) => void) | null;
  postMessage: (answer: ParseAnswer) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, bytes, type } }) => {
  try {
    scope.postMessage({ id, page: parsePage(bytes, type) });
  } catch (error) {
    scope.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
};
