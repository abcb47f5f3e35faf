/** The naming rules of Kubernetes with the texts of its API server. Each answers what is wrong, in order. */

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const NAME_PART = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const SERVICE = '[a-z]([-a-z0-9]*[a-z0-9])?';
const CONFIG_KEY = '[-._a-zA-Z0-9]+';

const matches = (pattern: string, value: string): boolean => new RegExp(`^(${pattern})$`).test(value);

const tooLong = (limit: number): string => `must be no more than ${limit} characters`;

const regexText = (what: string, pattern: string, examples: readonly string[]): string =>
  `${what} (e.g. ${examples.map((example) => `'${example}'`).join(',  or ')}, regex used for validation is '${pattern}')`;

export const dnsSubdomainFaults = (value: string): string[] => [
  ...(value.length > 253 ? [tooLong(253)] : []),
  ...(matches(SUBDOMAIN, value)
    ? []
    : [
        regexText(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
          SUBDOMAIN,
          ['example.com'],
        ),
      ]),
];

export const dnsLabelFaults = (value: string): string[] => {
  const faults = value.length > 63 ? [tooLong(63)] : [];
  if (!matches(LABEL, value)) {
    faults.push(
      matches(SUBDOMAIN, value)
        ? 'must not contain dots'
        : regexText(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
            LABEL,
            ['my-name', '123-abc'],
          ),
    );
  }
  return faults;
};

export const serviceNameFaults = (value: string): string[] => [
  ...(value.length > 63 ? [tooLong(63)] : []),
  ...(matches(SERVICE, value)
    ? []
    : [
        regexText(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
          SERVICE,
          ['my-name', 'abc-123'],
        ),
      ]),
];

/** Keys of labels and annotations: `[prefix/]name`. */
export const qualifiedNameFaults = (value: string): string[] => {
  const parts = value.split('/');
  const text =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  const examples = ['MyName', 'my.name', '123-abc'];
  if (parts.length > 2) {
    return [
      `${regexText(`a qualified name ${text}`, NAME_PART, examples)} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const [prefix, name = ''] = parts.length === 2 ? parts : [undefined, value];
  const faults: string[] = [];
  if (prefix === '') {
    faults.push('prefix part must be non-empty');
  } else if (prefix !== undefined) {
    faults.push(...dnsSubdomainFaults(prefix).map((fault) => `prefix part ${fault}`));
  }
  if (name === '') {
    faults.push('name part must be non-empty');
  } else if (name.length > 63) {
    faults.push(`name part ${tooLong(63)}`);
  }
  return matches(NAME_PART, name) ? faults : [...faults, regexText(`name part ${text}`, NAME_PART, examples)];
};

export const labelValueFaults = (value: string): string[] => [
  ...(value.length > 63 ? [tooLong(63)] : []),
  ...(matches(`(${NAME_PART})?`, value)
    ? []
    : [
        regexText(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
          `(${NAME_PART})?`,
          ['MyValue', 'my_value', '12345'],
        ),
      ]),
];

/** Keys of ConfigMaps and Secrets. */
export const configKeyFaults = (value: string): string[] => {
  if (value.length > 253) {
    return [tooLong(253)];
  }
  if (!matches(CONFIG_KEY, value)) {
    return [
      regexText("a valid config key must consist of alphanumeric characters, '-', '_' or '.'", CONFIG_KEY, [
        'key.name',
        'KEY_NAME',
        'key-name',
      ]),
    ];
  }
  if (value === '.') {
    return ["must not be '.'"];
  }
  if (value === '..') {
    return ["must not be '..'"];
  }
  return value.startsWith('..') ? ["must not start with '..'"] : [];
};
