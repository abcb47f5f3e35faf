import type { Redirection } from 'unbash';
import type { ShellCommand } from './shellScript';

/** Where what a command prints goes. */
export type Output = 'stdout' | 'stderr' | 'file';

const descriptorOf = (redirect: Redirection): number | undefined =>
  redirect.type === 'Redirect' && redirect.descriptor?.type === 'FileDescriptor'
    ? redirect.descriptor.value
    : undefined;

const targetOf = (redirects: readonly Redirection[]): Output | undefined => {
  let output: Output | undefined;
  for (const redirect of redirects) {
    const isOutput =
      redirect.type === 'Redirect' && redirect.operator.includes('>') && redirect.operator !== '<>';
    if (isOutput && (descriptorOf(redirect) ?? 1) === 1) {
      const target = redirect.target?.value ?? '';
      const toStderr = (redirect.operator === '>&' && target === '2') || target === '/dev/stderr';
      const toStdout = (redirect.operator === '>&' && target === '1') || target === '/dev/stdout';
      output = toStderr ? 'stderr' : toStdout ? 'stdout' : 'file';
    }
  }
  return output;
};

/** The output of a command by its own redirections, else by those around it. */
export const outputOf = ({ redirects, outerRedirects }: ShellCommand): Output =>
  targetOf(redirects) ?? targetOf(outerRedirects) ?? 'stdout';
