/**
 * PatternFly asks for the direction of the text when it shows tabs and menus. For that jsdom computes all of an element's
 * style, which was a quarter of the time of many tests. Here the answer is given at once, and style is computed only when more
 * is asked. No test has text from right to left.
 */
export const answerTextDirectionAtOnce = (): void => {
  const compute = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element, pseudoElement) => {
    let computed: CSSStyleDeclaration | undefined;
    const style = (): CSSStyleDeclaration => (computed ??= compute(element, pseudoElement));
    return new Proxy({} as CSSStyleDeclaration, {
      get: (_target, property): unknown => {
        if (property === 'getPropertyValue') {
          return (name: string) => (name === 'direction' ? 'ltr' : style().getPropertyValue(name));
        }
        const value: unknown = Reflect.get(style(), property);
        return typeof value === 'function' ? (value.bind(style()) as unknown) : value;
      },
      has: (_target, property) => property in style(),
    });
  };
};
