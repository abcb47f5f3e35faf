import type { Answer } from '../api/http/respond';
import { ApiError } from '../store/apiError';
import type { FaultInjector } from './faultInjector';
import { readFaultRule } from './readFaultRule';

export const FAULTS_PATH = '/__faults';

/** `GET` lists the rules, `POST` adds one, `DELETE` removes all. Throws ApiError 400, 405. */
export const answerFaults = (faults: FaultInjector, method: string, body: string): Answer => {
  switch (method) {
    case 'POST':
      faults.add(readFaultRule(body));
      break;
    case 'DELETE':
      faults.clear();
      break;
    case 'GET':
      break;
    default:
      throw new ApiError(405, 'MethodNotAllowed', 'GET, POST and DELETE are what there is');
  }
  return { code: 200, body: JSON.stringify(faults.rules()) };
};
