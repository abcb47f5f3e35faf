/** The sizes that limit the work of an XPath on a document. All numbers are upper bounds. */
export interface DocumentSize {
  /** Nodes of all kinds, attributes among them. */
  nodes: number;
  /** Pairs of a node and a descendant. */
  descendants: number;
  /** Pairs of siblings. */
  siblings: number;
  /** The most ancestors and the most children of one node. */
  depth: number;
  width: number;
  characters: number;
  /** Number of elements by local name. */
  named: ReadonlyMap<string, number>;
}

/** @param elements all of the document, in document order */
export const documentSize = (elements: readonly Element[], characters: number): DocumentSize => {
  const depths = new Map<Node | null, number>();
  const named = new Map<string, number>();
  const size = { nodes: 2, descendants: 2, siblings: 0, depth: 1, width: 1 };
  for (const element of elements) {
    const depth = (depths.get(element.parentNode) ?? 0) + 1;
    const children = element.childNodes.length;
    const own = children + element.attributes.length;
    depths.set(element, depth);
    named.set(element.localName, (named.get(element.localName) ?? 0) + 1);
    size.nodes += own;
    size.descendants += (depth + 1) * (own + 1);
    size.siblings += children * children;
    size.depth = Math.max(size.depth, depth + 2);
    size.width = Math.max(size.width, children);
  }
  return { ...size, characters, named };
};
