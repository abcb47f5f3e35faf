import type { XmlElement } from './xmlElement';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] ?? '');

/** XML as KubeVirt writes it for scripts: tabs, double quotes, and an end tag even for empty elements. */
export const renderXml = ({ name, attributes, children, text }: XmlElement, indent = ''): string => {
  const written = Array.from(attributes, ([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const inner =
    children.length === 0
      ? escaped(text)
      : `\n${children.map((child) => `${renderXml(child, `${indent}\t`)}\n`).join('')}${indent}`;
  return `${indent}<${name}${written}>${inner}</${name}>`;
};
