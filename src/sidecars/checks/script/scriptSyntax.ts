import { scriptCheck } from './scriptCheck';

/** What the interpreter itself would refuse; the first mistake only, as later ones mostly follow from it. */
export const scriptSyntax = scriptCheck('scriptSyntax', ({ shell, python }) => {
  const shellError = shell?.errors[0];
  if (shellError !== undefined) {
    return [{ pos: shellError.pos, params: { message: shellError.message } }];
  }
  return python?.problem === undefined
    ? []
    : [{ pos: python.problem.pos, params: { message: python.problem.message } }];
});
