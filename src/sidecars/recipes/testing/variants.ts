import {
  defaultValues,
  parameterProblem,
  type Parameter,
  type ParameterValue,
  type ParameterValues,
} from '../parameter';
import type { Recipe } from '../recipe';

/** Texts that break a script or XML that quotes badly. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  quotes: `a"b'c"""d'''e\``,
  markup: '</entry><x a="1">&amp;&#10;<![CDATA[ ]]>',
  code: '\\n\\\\ {0} {x} %s $HOME $(id) "; import os #',
  unicode: 'Ünïcode 漢字 😀 \u2028 \u00A0 \u202E end',
  lines: 'one\n  two\n\nthree',
  empty: '',
};

const otherValues = (parameter: Parameter): ParameterValue[] => {
  switch (parameter.kind) {
    case 'text':
      return [];
    case 'number':
      return [0, parameter.min, parameter.max];
    case 'choice':
      return parameter.options.map(({ value }) => value);
    case 'flag':
      return [true, false];
    case 'device':
      return ['', 'nosuch', 'x'.repeat(63)];
  }
};

export interface Variant {
  name: string;
  recipe: Recipe;
  values: ParameterValues;
}

/** The text for all text parameters that accept it. */
const everywhere = (
  recipe: Recipe,
  text: (parameter: Parameter & { kind: 'text' }) => string,
): ParameterValues =>
  Object.fromEntries(
    recipe.parameters.flatMap((parameter): [string, string][] => {
      const value = parameter.kind === 'text' ? text(parameter) : '';
      const isAccepted = parameter.kind === 'text' && parameterProblem(parameter, value) === undefined;
      return isAccepted ? [[parameter.name, value]] : [];
    }),
  );

/** The defaults, the presets, hostile texts in all places, and each other parameter with each kind of value. */
export const variantsOf = (recipe: Recipe): Variant[] => {
  const { parameters, presets = [] } = recipe;
  const variant = (name: string, values: ParameterValues): Variant => ({
    name,
    recipe,
    values: { ...defaultValues(parameters), ...values },
  });
  return [
    variant('defaults', {}),
    ...presets.map(({ title, values }) => variant(title, values)),
    ...Object.entries(HOSTILE_TEXTS).map(([name, text]) =>
      variant(
        name,
        everywhere(recipe, () => text),
      ),
    ),
    variant(
      'long',
      everywhere(recipe, ({ maxLength }) => 'ü'.repeat(maxLength)),
    ),
    ...parameters.flatMap((parameter) =>
      otherValues(parameter).map((value) =>
        variant(`${parameter.name} = ${JSON.stringify(value)}`, { [parameter.name]: value }),
      ),
    ),
  ];
};
