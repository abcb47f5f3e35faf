/**
 * Shapes of the messages that kubectl sends as protobuf: the built-in kinds of its `create` subcommands and the
 * reviews of `kubectl auth`. Field numbers are those of the generated.proto files of Kubernetes.
 */
export type FieldType =
  | 'string'
  | 'bool'
  /** Bytes, which JSON has as base64. */
  | 'bytes'
  | 'stringMap'
  | 'bytesMap'
  /** Known and of no interest: left out. */
  | 'ignored'
  | { message: Message; repeated: boolean };

export type Message = Readonly<Record<number, readonly [name: string, type: FieldType]>>;

const one = (message: Message): FieldType => ({ message, repeated: false });
const many = (message: Message): FieldType => ({ message, repeated: true });

const OBJECT_META: Message = {
  1: ['name', 'string'],
  2: ['generateName', 'string'],
  3: ['namespace', 'string'],
  4: ['selfLink', 'ignored'],
  5: ['uid', 'string'],
  6: ['resourceVersion', 'string'],
  7: ['generation', 'ignored'],
  8: ['creationTimestamp', 'ignored'],
  11: ['labels', 'stringMap'],
  12: ['annotations', 'stringMap'],
  17: ['managedFields', 'ignored'],
};

const NAME_REFERENCE: Message = { 1: ['name', 'string'] };

const REFERENCE: Message = {
  1: ['kind', 'string'],
  2: ['namespace', 'string'],
  3: ['name', 'string'],
  4: ['uid', 'string'],
  5: ['apiVersion', 'string'],
};

const withMetadata = (fields: Message): Message => ({ 1: ['metadata', one(OBJECT_META)], ...fields });

const RESOURCE_ATTRIBUTES: Message = {
  1: ['namespace', 'string'],
  2: ['verb', 'string'],
  3: ['group', 'string'],
  4: ['version', 'string'],
  5: ['resource', 'string'],
  6: ['subresource', 'string'],
  7: ['name', 'string'],
};

const NON_RESOURCE_ATTRIBUTES: Message = { 1: ['path', 'string'], 2: ['verb', 'string'] };

/** By `<apiVersion> <kind>`. */
export const MESSAGES: Readonly<Record<string, Message>> = {
  'v1 ConfigMap': withMetadata({
    2: ['data', 'stringMap'],
    3: ['binaryData', 'bytesMap'],
    4: ['immutable', 'bool'],
  }),
  'v1 Namespace': withMetadata({ 2: ['spec', 'ignored'], 3: ['status', 'ignored'] }),
  'v1 Secret': withMetadata({
    2: ['data', 'bytesMap'],
    3: ['type', 'string'],
    4: ['stringData', 'stringMap'],
    5: ['immutable', 'bool'],
  }),
  'v1 ServiceAccount': withMetadata({
    2: ['secrets', many(REFERENCE)],
    3: ['imagePullSecrets', many(NAME_REFERENCE)],
    4: ['automountServiceAccountToken', 'bool'],
  }),
  'authorization.k8s.io/v1 SelfSubjectAccessReview': withMetadata({
    2: [
      'spec',
      one({
        1: ['resourceAttributes', one(RESOURCE_ATTRIBUTES)],
        2: ['nonResourceAttributes', one(NON_RESOURCE_ATTRIBUTES)],
      }),
    ],
    3: ['status', 'ignored'],
  }),
  'authorization.k8s.io/v1 SelfSubjectRulesReview': withMetadata({
    2: ['spec', one({ 1: ['namespace', 'string'] })],
    3: ['status', 'ignored'],
  }),
  'authentication.k8s.io/v1 SelfSubjectReview': withMetadata({ 2: ['status', 'ignored'] }),
};
