import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { KUBERNETES } from './resourcePath';

const PATH = `${KUBERNETES}/apis/authentication.k8s.io/v1/selfsubjectreviews`;
const BODY = JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' });

type Send = (url: string, init: RequestInit) => Promise<Response>;

/** Name, groups and all else by which the API server knows whose request it is. */
const userOf = async (send: Send, headers: Record<string, string>): Promise<string | undefined> => {
  const response = await send(PATH, {
    method: 'POST',
    body: BODY,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  const { status } = (await response.json()) as { status?: { userInfo?: unknown } };
  return response.ok && status?.userInfo !== undefined ? JSON.stringify(status.userInfo) : undefined;
};

/** As the console's server expects it of all that is not a GET. */
const csrfToken = (): string => /(?:^|;\s*)csrf-token=([^;]+)/.exec(document.cookie)?.[1] ?? '';

/**
 * Whether the console's requests are made as who is logged in, not as one who is impersonated. Outside of React the
 * console does not tell, but adds the impersonated user to requests: the API server is asked whose request it gets, with
 * what the console adds and without. False where that cannot be told.
 */
export const isNobodyImpersonated = async (): Promise<boolean> => {
  try {
    const [shown, own] = await Promise.all([
      userOf(consoleFetch, {}),
      userOf(fetch, { 'X-CSRFToken': csrfToken() }),
    ]);
    return shown !== undefined && shown === own;
  } catch {
    return false;
  }
};
