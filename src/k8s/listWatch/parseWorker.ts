/** The worker that parses pages of lists, so that the page stays responsive. */
import { parsePage, type ParseAnswer, type ParseQuestion } from './parsePage';

/** The part in use of a worker's global scope, which the DOM types of this project lack. */
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
