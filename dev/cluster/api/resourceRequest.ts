import type { ResourceType, User } from '../contract';
import type { EmbeddedHost } from './embeddedHost';
import type { Presentation } from './presentation';

/** A parsed and authorized request for a stored resource, independent of HTTP. */
export interface ResourceRequest {
  host: EmbeddedHost;
  type: ResourceType;
  /** The version of the path: the type's own or one of `alsoServedAs`. */
  version: string;
  namespace: string | undefined;
  name: string | undefined;
  subresource: string | undefined;
  user: User;
  query: URLSearchParams;
  presentation: Presentation;
  /** Who writes, for managedFields: `fieldManager`, or the first word of the User-Agent. */
  manager: string;
  /** Warnings for the client, whatever the answer is. */
  warnings: string[];
}

export const apiVersionOf = ({ type, version }: Pick<ResourceRequest, 'type' | 'version'>): string =>
  type.group === '' ? version : `${type.group}/${version}`;
