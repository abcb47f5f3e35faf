import type { AnySchemaObject } from 'ajv';

/**
 * Schemas of the console's own kinds: the fields that their CRDs document and this chart may use. The API server drops
 * unknown fields; here they are errors.
 */
const text = { type: 'string', minLength: 1 } as const;

const closed = (
  required: readonly string[],
  properties: Record<string, AnySchemaObject>,
): AnySchemaObject => ({ type: 'object', additionalProperties: false, required: [...required], properties });

const object = (spec: AnySchemaObject): AnySchemaObject =>
  closed(['apiVersion', 'kind', 'metadata', 'spec'], {
    apiVersion: { const: 'console.openshift.io/v1' },
    kind: text,
    // All of these kinds are cluster-scoped: a namespace would be a mistake.
    metadata: closed(['name'], {
      name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 253 },
      labels: { type: 'object', additionalProperties: { type: 'string', maxLength: 63 } },
      annotations: { type: 'object', additionalProperties: { type: 'string' } },
    }),
    spec,
  });

const consolePlugin = object(
  closed(['displayName', 'backend'], {
    displayName: { ...text, maxLength: 128 },
    i18n: closed(['loadType'], { loadType: { enum: ['Preload', 'Lazy', ''] } }),
    backend: closed(['type', 'service'], {
      type: { const: 'Service' },
      service: closed(['name', 'namespace', 'port'], {
        name: { ...text, maxLength: 128 },
        namespace: { ...text, maxLength: 128 },
        port: { type: 'integer', minimum: 1, maximum: 65_535 },
        basePath: { type: 'string', maxLength: 256, pattern: "^[a-zA-Z0-9.\\-_~!$&'()*+,;=:@/]*$" },
      }),
    }),
  }),
);

const quickStart = object(
  closed(['displayName', 'durationMinutes', 'description', 'introduction', 'tasks'], {
    displayName: text,
    icon: { type: 'string' },
    tags: { type: 'array', items: text },
    durationMinutes: { type: 'integer', minimum: 1 },
    description: { ...text, maxLength: 256 },
    prerequisites: { type: 'array', items: text },
    introduction: text,
    tasks: {
      type: 'array',
      minItems: 1,
      items: closed(['title', 'description'], {
        title: text,
        description: text,
        review: closed(['instructions', 'failedTaskHelp'], { instructions: text, failedTaskHelp: text }),
        summary: closed(['success', 'failed'], { success: text, failed: { ...text, maxLength: 128 } }),
      }),
    },
    conclusion: { type: 'string' },
    nextQuickStart: { type: 'array', items: text },
    accessReviewResources: { type: 'array', items: { type: 'object' } },
  }),
);

const yamlSample = object(
  closed(['title', 'description', 'targetResource', 'yaml'], {
    title: text,
    description: text,
    targetResource: closed(['apiVersion', 'kind'], { apiVersion: text, kind: text }),
    yaml: text,
    snippet: { type: 'boolean' },
  }),
);

export const CONSOLE_SCHEMAS: Readonly<Record<string, AnySchemaObject>> = {
  ConsolePlugin: consolePlugin,
  ConsoleQuickStart: quickStart,
  ConsoleYAMLSample: yamlSample,
};
