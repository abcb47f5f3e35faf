import { ApiError } from '../../store/apiError';

/** The API server's answer to a pod that admission refuses. */
export const forbiddenPod = (name: string, why: string): ApiError =>
  new ApiError(403, 'Forbidden', `pods "${name}" is forbidden: ${why}`, { name, kind: 'pods' });
