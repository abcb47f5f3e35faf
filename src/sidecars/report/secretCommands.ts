import { UP_TO_QUOTE } from './secretPatterns';

/** Other arguments of a program, before the option. */
const ARGUMENTS = '[ \\t](?:[^\\n|;&]{0,200}?[ \\t])?';

/** Options of programs before a password, and the name of a user that stands before it in its word. */
const PASSWORD_OPTIONS: readonly (readonly [before: string, user: string])[] = [
  ['\\bsshpass[ \\t]+-p[ \\t]*', ''],
  [`\\b(?:mysql|mariadb)[\\w-]{0,20}${ARGUMENTS}-p`, ''],
  [`\\bcurl${ARGUMENTS}(?:-u|--(?:proxy-)?user)[ =]?`, '[^\\s:"\'<>&|;\\\\]{1,100}:'],
  // Of docker, podman, skopeo, helm, oc.
  [`\\blogin${ARGUMENTS}-p[ =]*`, ''],
  [`\\bldap[a-z]{1,20}${ARGUMENTS}-w[ \\t]*`, ''],
  ['-pass(?:in|out)?[ \\t]+pass:', ''],
  [`\\bopenssl${ARGUMENTS}-[kK][ \\t]+`, ''],
  [`\\buser(?:add|mod)${ARGUMENTS}-p[ \\t]*`, ''],
  [`\\b(?:zip|unzip|ipmitool|sqlcmd)${ARGUMENTS}-P[ \\t]*`, ''],
  [`\\b7z[ar]?${ARGUMENTS}-p`, ''],
  [`\\bredis-cli${ARGUMENTS}-a[ \\t]*`, ''],
  [`\\b(?:smbclient|rpcclient|net)${ARGUMENTS}-U[ \\t]*`, '[^\\s%"\'<>&|;\\\\]{1,100}%'],
  ['[ \\t]/p(?:ass(?:word)?)?:', ''],
];

/** What reads a password from its input. */
const READER =
  '(?:\\bsudo[ \\t]+-S\\b|passwd\\b|\\bcryptsetup\\b|\\bkinit\\b|--(?:password|passphrase)-(?:stdin|fd)\\b)';

/** Secrets in the command lines of well-known programs. */
export const COMMANDS: readonly RegExp[] = [
  ...PASSWORD_OPTIONS.flatMap(([before, user]) => [
    new RegExp(`(${before}(\\\\*)(["'])${user})${UP_TO_QUOTE}`, 'g'),
    new RegExp(`(${before}${user})[^\\s"'<>&|;\\\\]+()`, 'g'),
  ]),
  new RegExp(`(\\b(?:echo|printf)\\s)[^\\n]{1,200}?(\\|[^\\n|]{0,100}?${READER})`, 'g'),
  new RegExp(`(${READER}[^\\n<]{0,100}<<<)[^\\n]+()`, 'g'),
  /(\bhtpasswd[ \t]+-\w{0,10}b\w{0,10}[ \t]+)[^\n|;&"'\\]+()/g,
  /(\bnet[ \t]+use[ \t]+(?:(?:\w:|\*)[ \t]+)?\\{2,4}[^\s"']+[ \t]+)(?![/*])[^\s"'\\]+()/gi,
  /(\bnet[ \t]+use[ \t][^\n]{0,200}?\/user:[^\s"']+[ \t]+)(?![/*])[^\s"'\\]+()/gi,
  /(\bnet[ \t]+user[ \t]+[^\s"'/][^\s"']*[ \t]+)(?![/*])[^\s"'\\]+()/gi,
  new RegExp(`(\\bidentified[ \\t]+by[ \\t]+(\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  /(\bpassword[ \t]+\\*')[^'\n]*('|$|(?=\n))/gi,
  // What a script of expect types.
  new RegExp(`(assword[\\s\\S]{0,100}?\\bsend[ \\t]+(?:--[ \\t]+)?(\\\\*)(["']))${UP_TO_QUOTE}`, 'g'),
];
