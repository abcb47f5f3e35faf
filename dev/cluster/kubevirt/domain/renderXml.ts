import { childElements, isElement, textOf, type XmlElement } from './xmlTree';

const GO_ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

const goEscape = (text: string): string =>
  text.replace(/[&<>"'\t\n\r]/g, (character) => GO_ESCAPES[character] ?? '');

/**
 * XML as Go's MarshalIndent writes it for hook scripts: tabs, double quotes, and a closing tag even for empty elements.
 */
export const renderGoXml = (root: XmlElement, indent = '\t', depth = 0): string => {
  const pad = indent.repeat(depth);
  const attributes = Object.entries(root.attributes)
    .map(([name, value]) => ` ${name}="${goEscape(value)}"`)
    .join('');
  const open = `${pad}<${root.name}${attributes}>`;
  const elements = childElements(root);
  if (elements.length === 0) {
    return `${open}${goEscape(textOf(root))}</${root.name}>`;
  }
  const inner = elements.map((element) => renderGoXml(element, indent, depth + 1)).join('\n');
  return `${open}\n${inner}\n${pad}</${root.name}>`;
};

const libvirtEscape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) =>
    character === '&'
      ? '&amp;'
      : character === '<'
        ? '&lt;'
        : character === '>'
          ? '&gt;'
          : character === '"'
            ? '&quot;'
            : '&apos;',
  );

/** libxml2 writes the metadata of applications, with `"` as quotes. */
const renderMetadata = (root: XmlElement, depth: number): string => {
  const pad = '  '.repeat(depth);
  const attributes = Object.entries(root.attributes)
    .map(([name, value]) => ` ${name}="${libvirtEscape(value)}"`)
    .join('');
  const elements = childElements(root);
  const text = textOf(root).trim();
  if (elements.length === 0) {
    return text === ''
      ? `${pad}<${root.name}${attributes}/>`
      : `${pad}<${root.name}${attributes}>${libvirtEscape(text)}</${root.name}>`;
  }
  const inner = elements.map((element) => renderMetadata(element, depth + 1)).join('\n');
  return `${pad}<${root.name}${attributes}>\n${inner}\n${pad}</${root.name}>`;
};

/** XML as libvirt prints it: two spaces, single quotes, self-closing empty elements. */
export const renderLibvirtXml = (root: XmlElement, depth = 0): string => {
  const pad = '  '.repeat(depth);
  const attributes = Object.entries(root.attributes)
    .map(([name, value]) => ` ${name}='${libvirtEscape(value)}'`)
    .join('');
  const open = `${pad}<${root.name}${attributes}`;
  const elements = root.children.filter(isElement);
  const text = textOf(root);
  if (elements.length === 0) {
    return text.trim() === '' ? `${open}/>` : `${open}>${libvirtEscape(text)}</${root.name}>`;
  }
  const inner = elements
    .map((item) =>
      root.name === 'domain' && item.name === 'metadata'
        ? renderMetadata(item, depth + 1)
        : renderLibvirtXml(item, depth + 1),
    )
    .join('\n');
  return `${open}>\n${inner}\n${pad}</${root.name}>`;
};
